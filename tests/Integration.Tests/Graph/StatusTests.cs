using System.Text.Json.Nodes;

namespace Kthena.Integration.Tests.Graph;

public class StatusTests(StackFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string StateFile => Path.Join(fixture.Stack.State, "apphost.json");

    [Fact]
    public void The_state_file_is_its_owners_only_and_names_this_process()
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StateFile));
        Assert.Equal(Environment.ProcessId, JsonNode.Parse(File.ReadAllText(StateFile))!["pid"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_report_lists_every_resource_as_healthy_with_process_and_start_up()
    {
        using var http = new HttpClient();
        var url = JsonNode.Parse(await File.ReadAllTextAsync(StateFile, Cancellation))!["url"]!.GetValue<string>();

        var report = JsonNode.Parse(await http.GetStringAsync(new Uri($"{url}/resources"), Cancellation))!["resources"]!.AsArray();

        var resources = report.ToDictionary(resource => resource!["name"]!.GetValue<string>(), resource => resource!);
        foreach (var name in new[] { "model-server", "gpu-exporter", "traffic", "receiver", "prometheus", "alertmanager" })
        {
            Assert.Equal(("Running", "Healthy"), (resources[name]["state"]!.GetValue<string>(), resources[name]["health"]!.GetValue<string>()));
            Assert.True(resources[name]["pid"]!.GetValue<int>() > 1, name);
            Assert.InRange(resources[name]["startSeconds"]!.GetValue<double>(), 0, 60);
            Assert.StartsWith("http://", resources[name]["urls"]!["http"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }
}
