using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Model;

#pragma warning disable CS0618 // The way to resolve values without running is obsolete in the real package, and has no successor here.
public sealed class EnvironmentTests
{
    [Fact]
    public async Task Every_overload_sets_its_value()
    {
        var builder = DistributedApplication.CreateBuilder();
        var back = builder.AddProject<Projects.SmallService>("back-end").WithHttpEndpoint().WithHttpEndpoint(name: "metrics");
        Allocate(back, "http", 81);
        Allocate(back, "metrics", 82);
        var parameter = builder.AddParameter("parameter", "value");
        var outside = builder.AddExternalService("outside", "https://example.org/");
        var store = builder.AddConnectionString("store", ReferenceExpression.Create($"port={back.GetEndpoint("http").Property(EndpointProperty.Port)}"));
        IExpressionValue expression = parameter.Resource;
        var service = builder.AddExecutable("service", "true", ".")
            .WithEnvironment("A", "text").WithEnvironment("A0", (string?)null)
            .WithEnvironment("B", $"{parameter}!").WithEnvironment("C", ReferenceExpression.Create($"{parameter}?"))
            .WithEnvironment("D", () => "called").WithEnvironment(context => context.EnvironmentVariables["E"] = 5)
            .WithEnvironment(async context => context.EnvironmentVariables["F"] = (await parameter.Resource.GetValueAsync(context.CancellationToken))!)
            .WithEnvironment("G", back.GetEndpoint("http")).WithEnvironment("H", outside).WithEnvironment("I", parameter)
            .WithEnvironment("J", store).WithEnvironment("K", expression).WithEnvironment("L", back.GetEndpoint("http").Property(EndpointProperty.Port))
            .WithReference(back).WithReference(store).WithReference(outside).WithReference("named", new Uri("http://elsewhere:1/"));

        var environment = await service.Resource.GetEnvironmentVariableValuesAsync();
        Assert.Equal(new Dictionary<string, string>
        {
            ["A"] = "text", ["A0"] = "", ["B"] = "value!", ["C"] = "value?", ["D"] = "called", ["E"] = "5", ["F"] = "value", ["G"] = "http://127.0.0.1:81",
            ["H"] = "https://example.org/", ["I"] = "value", ["J"] = "port=81", ["K"] = "value", ["L"] = "81",
            ["services__back-end__http__0"] = "http://127.0.0.1:81", ["BACK_END_HTTP"] = "http://127.0.0.1:81",
            ["services__back-end__metrics__0"] = "http://127.0.0.1:82", ["BACK_END_METRICS"] = "http://127.0.0.1:82",
            ["ConnectionStrings__store"] = "port=81",
            ["services__outside__https__0"] = "https://example.org/", ["OUTSIDE"] = "https://example.org/",
            ["services__named__default__0"] = "http://elsewhere:1/", ["named"] = "http://elsewhere:1/",
        }.OrderBy(e => e.Key, StringComparer.Ordinal), environment.OrderBy(e => e.Key, StringComparer.Ordinal));
        Assert.Contains(service.Resource.Annotations.OfType<ResourceRelationshipAnnotation>(), r => r.Resource == back.Resource && r.Type == "Reference");
    }

    [Fact]
    public async Task One_endpoint_can_be_referred_to_and_the_kind_of_reference_chosen()
    {
        var builder = DistributedApplication.CreateBuilder();
        var back = builder.AddProject<Projects.SmallService>("back").WithHttpEndpoint().WithHttpEndpoint(name: "metrics");
        Allocate(back, "metrics", 82);
        var service = builder.AddExecutable("service", "true", ".").WithReference(back.GetEndpoint("metrics")).WithReferenceEnvironment(ReferenceEnvironmentInjectionFlags.ServiceDiscovery);
        Assert.Equal("services__back__metrics__0", Assert.Single(await service.Resource.GetEnvironmentVariableValuesAsync()).Key);
    }

    [Fact]
    public async Task A_connection_string_that_is_missing_is_named_unless_it_is_optional()
    {
        var builder = DistributedApplication.CreateBuilder();
        var store = builder.AddConnectionString("store");
        var needy = builder.AddExecutable("needy", "true", ".").WithReference(store);
        var exception = await Assert.ThrowsAsync<MissingParameterValueException>(() => needy.Resource.GetEnvironmentVariableValuesAsync().AsTask());
        Assert.Contains("ConnectionStrings:store", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_come_in_order_and_are_resolved()
    {
        var builder = DistributedApplication.CreateBuilder();
        var parameter = builder.AddParameter("parameter", "value");
        var service = builder.AddExecutable("service", "true", ".", "first", "second")
            .WithArgs("third", parameter, 4).WithArgs(context => context.Args.Add(ReferenceExpression.Create($"--x={parameter}")))
            .WithArgs(context =>
            {
                context.Args.Add(context.Resource.Name);
                return Task.CompletedTask;
            });
        Assert.Equal(["first", "second", "third", "value", "4", "--x=value", "service"], await service.Resource.GetArgumentValuesAsync());
        Assert.Equal("{parameter.value}", (await service.Resource.GetArgumentValuesAsync(DistributedApplicationOperation.Publish))[3]);
    }

    private static void Allocate(IResourceBuilder<IResourceWithEndpoints> resource, string name, int port)
    {
        var endpoint = resource.GetEndpoint(name).EndpointAnnotation;
        endpoint.AllocatedEndpoint = new(endpoint, "127.0.0.1", port);
    }
}
