using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.GraphReport;

#pragma warning disable CS0618 // What takes the place of GetEnvironmentVariableValuesAsync reads the whole graph.
public sealed class WithModelsTests
{
    [Fact]
    public async Task The_server_serves_those_that_the_graph_names()
    {
        using var graph = new TestGraph();

        var server = graph.Builder.AddExecutable("server", "true", ".").WithModels("a", "b").Resource;

        Assert.Equal(new() { ["Models__Ids__0"] = "a", ["Models__Ids__1"] = "b" }, await server.GetEnvironmentVariableValuesAsync());
        Assert.Equal(["a-infer", "b-infer"], server.Annotations.OfType<DeploymentAnnotation>().Select(named => named.Deployment));
    }

    [Fact]
    public async Task Settings_take_their_place()
    {
        using var graph = new TestGraph();
        graph.Builder.Configuration["Models:Ids:0"] = "c";
        graph.Builder.Configuration["Models:Directory"] = "/models";

        var server = graph.Builder.AddExecutable("server", "true", ".").WithModels("a", "b").Resource;

        Assert.Equal(new() { ["Models__Ids__0"] = "c", ["Models__Directory"] = "/models" }, await server.GetEnvironmentVariableValuesAsync());
        Assert.Equal(["c-infer"], server.Annotations.OfType<DeploymentAnnotation>().Select(named => named.Deployment));
    }
}
