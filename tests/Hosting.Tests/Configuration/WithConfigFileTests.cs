using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Configuration;

public class WithConfigFileTests
{
    [Fact]
    public async Task The_service_gets_the_full_path()
    {
        using var graph = new TestGraph();
        var file = Path.Join(graph.FolderWith("config", ("metrics.yaml", "")), "metrics.yaml");
        var relative = Path.GetRelativePath(graph.Builder.AppHostDirectory, file);

        var service = graph.Builder.AddExecutable("service", "true", ".").WithConfigFile(relative, "CustomMetrics__File").Resource;

#pragma warning disable CS0618 // What takes its place reads the whole graph.
        Assert.Equal(file, (await service.GetEnvironmentVariableValuesAsync())["CustomMetrics__File"]);
#pragma warning restore CS0618
    }

    [Fact]
    public void A_missing_file_stops_the_start_with_one_line_that_names_it()
    {
        using var graph = new TestGraph();
        var service = graph.Builder.AddExecutable("service", "true", ".");
        var file = Path.Join(graph.Folder, "missing.yaml");

        var error = Assert.Throws<DistributedApplicationException>(() => service.WithConfigFile(file, "CustomMetrics__File"));

        Assert.Equal($"Resource 'service' reads CustomMetrics__File from {file}, but there is no such file.", error.Message);
    }
}
