using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Configuration;

public class WithConfigFolderTests
{
    [Fact]
    public async Task The_service_gets_the_full_path()
    {
        using var graph = new TestGraph();
        var folder = graph.FolderWith("dashboards");
        var relative = Path.GetRelativePath(graph.Builder.AppHostDirectory, folder);

        var service = graph.Builder.AddExecutable("service", "true", ".").WithConfigFolder(relative, "Lookout__Dashboards").Resource;

#pragma warning disable CS0618 // What takes its place reads the whole graph.
        Assert.Equal(folder, (await service.GetEnvironmentVariableValuesAsync())["Lookout__Dashboards"]);
#pragma warning restore CS0618
    }

    [Fact]
    public void A_missing_folder_stops_the_start_with_one_line_that_names_it()
    {
        using var graph = new TestGraph();
        var service = graph.Builder.AddExecutable("service", "true", ".");
        var folder = Path.Join(graph.Folder, "missing");

        var error = Assert.Throws<DistributedApplicationException>(() => service.WithConfigFolder(folder, "Lookout__Dashboards"));

        Assert.Equal($"Resource 'service' reads Lookout__Dashboards from {folder}, but there is no such folder.", error.Message);
    }
}
