using System.Text.Json;
using Kthena.Cli.Tests.Status;

namespace Kthena.Cli.Tests.Silences;

public sealed class SilenceTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    [Fact]
    public async Task A_silence_of_an_alert_of_a_model_says_its_id_and_its_end()
    {
        await using var alertmanager = await FakeAlertmanager.StartAsync();

        var (exitCode, output, error) = await SilenceAsync(
            "HighErrorRate", "--model", "lande-t50", "--matcher", "severity!~\"info|warning\"", "--for", "1d2h30m", "--reason", "new weights", "--by", "ada", "--alertmanager", alertmanager.Url);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches("^an-id from .* UTC until .* UTC: alertname=\"HighErrorRate\", model_id=\"lande-t50\", severity!~\"info\\|warning\"\n$", output);
        var posted = alertmanager.Posted!;
        Assert.Equal(("ada", "new weights"), ((string?)posted["createdBy"], (string?)posted["comment"]));
        Assert.Equal(TimeSpan.FromHours(26.5), (DateTimeOffset)posted["endsAt"]! - (DateTimeOffset)posted["startsAt"]!);
        Assert.Equal(
            [("alertname", "HighErrorRate", false, true), ("model_id", "lande-t50", false, true), ("severity", "info|warning", true, false)],
            posted["matchers"]!.AsArray().Select(m => ((string)m!["name"]!, (string)m["value"]!, (bool)m["isRegex"]!, (bool)m["isEqual"]!)));
    }

    [Fact]
    public async Task A_maintenance_begins_when_it_is_told_to()
    {
        await using var alertmanager = await FakeAlertmanager.StartAsync();

        var (exitCode, output, _) = await SilenceAsync(
            "--matcher", "service=kthena", "--from", "2999-01-10T22:00Z", "--for", "2h", "--reason", "move", "--alertmanager", alertmanager.Url);

        Assert.Equal(0, exitCode);
        Assert.Equal("an-id from 2999-01-10 22:00:00 UTC until 2999-01-11 00:00:00 UTC: service=\"kthena\"\n", output);
    }

    [Theory]
    [InlineData("--reason", "A", "--for", "2h")]
    [InlineData("--for", "A", "--reason", "x")]
    [InlineData("an alert, --model or --matcher", "--for", "2h", "--reason", "x")]
    [InlineData("--reason", "A", "--for", "2h", "--reason", " ")]
    [InlineData("'2 hours' is no duration", "A", "--for", "2 hours", "--reason", "x")]
    [InlineData("'0h' is no duration", "A", "--for", "0h", "--reason", "x")]
    [InlineData("'' is no duration", "A", "--for", "", "--reason", "x")]
    [InlineData("'99999999999999999999w' is no duration", "A", "--for", "99999999999999999999w", "--reason", "x")]
    [InlineData("'severity' is no matcher", "--matcher", "severity", "--for", "2h", "--reason", "x")]
    [InlineData("'2-x=1' is no matcher", "--matcher", "2-x=1", "--for", "2h", "--reason", "x")]
    [InlineData("'soon' is no time", "A", "--from", "soon", "--for", "2h", "--reason", "x")]
    [InlineData("is past", "A", "--from", "2020-01-10T22:00Z", "--for", "2h", "--reason", "x")]
    [InlineData("three things", "A", "--list")]
    [InlineData("three things", "--expire", "an-id", "--list")]
    [InlineData("three things", "--reason", "x", "--expire", "an-id")]
    [InlineData("'alertmanager:9093' is no URL", "--list", "--alertmanager", "alertmanager:9093")]
    [InlineData("an alert, --model or --matcher")]
    [InlineData("--whole", "--whole", "--list")]
    public async Task Bad_usage_is_told_with_what_to_write(string reason, params string[] words)
    {
        var (exitCode, output, error) = await SilenceAsync(words);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_list_has_what_is_in_force_and_to_come()
    {
        await using var alertmanager = await FakeAlertmanager.StartAsync(answer: $"[{Silence("one", "active")},{Silence("two", "pending")},{Silence("old", "expired")}]");

        var (exitCode, output, _) = await SilenceAsync("--list", "--alertmanager", alertmanager.Url);

        Assert.Equal(0, exitCode);
        var one = Assert.Single(output.Split('\n'), line => line.Contains("one", StringComparison.Ordinal));
        Assert.All(["active", "2026-01-10 22:00:00 UTC", "2026-01-11 00:00:00 UTC", "alertname=~\"High.*\"", "ada", "new weights"], part => Assert.Contains(part, one, StringComparison.Ordinal));
        Assert.Contains("pending", output, StringComparison.Ordinal);
        Assert.DoesNotContain("expired", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silence_is_ended_by_its_id()
    {
        await using var alertmanager = await FakeAlertmanager.StartAsync();

        var (exitCode, _, error) = await SilenceAsync("--expire", "an-id", "--alertmanager", alertmanager.Url);

        Assert.Equal((0, "", "an-id"), (exitCode, error, alertmanager.Deleted));
    }

    [Theory]
    [InlineData(404, "there is no silence an-id", "--expire", "an-id")]
    [InlineData(400, "refused (400): bad matcher", "A", "--for", "2h", "--reason", "x")]
    [InlineData(200, "is no Alertmanager", "--list")]
    public async Task What_Alertmanager_refuses_is_a_failure_in_its_own_words(int status, string reason, params string[] words)
    {
        await using var alertmanager = await FakeAlertmanager.StartAsync(status, "\"bad matcher\"\n");

        var (exitCode, output, error) = await SilenceAsync([.. words, "--alertmanager", alertmanager.Url]);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_Alertmanager_that_answers_the_exit_code_is_that_of_nothing_running()
    {
        string url;
        await using (var alertmanager = await FakeAlertmanager.StartAsync())
            url = alertmanager.Url;

        var (exitCode, _, error) = await SilenceAsync("--list", "--alertmanager", url);

        Assert.Equal(3, exitCode);
        Assert.Contains(url, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_running_graph_nothing_runs()
    {
        var (exitCode, _, error) = await SilenceAsync("--list");

        Assert.Equal((3, "kthena: nothing runs (./kthena up starts the graph)\n"), (exitCode, error));
    }

    [Fact]
    public async Task The_Alertmanager_of_the_running_graph_is_found()
    {
        await using var alertmanager = await FakeAlertmanager.StartAsync(answer: "[]");
        await using var appHost = await FakeAppHost.StartAsync(Graph(alertmanager.Url));
        WriteState(appHost);

        Assert.Equal((0, ""), Answer(await SilenceAsync("--list")));
    }

    [Theory]
    [InlineData("""{"resources":[]}""", "no resource 'alertmanager'")]
    [InlineData("""{"resources":[{"name":"alertmanager","kind":"Executable","state":"Exited","health":null,"urls":{},"pid":null,"startSeconds":null}]}""", "its state is Exited")]
    public async Task A_graph_without_an_Alertmanager_is_told_of(string graph, string reason)
    {
        await using var appHost = await FakeAppHost.StartAsync(graph);
        WriteState(appHost);

        var (exitCode, _, error) = await SilenceAsync("--list");

        Assert.Equal(3, exitCode);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    public void Dispose() => _root.Dispose();

    private static (int ExitCode, string Error) Answer((int ExitCode, string Output, string Error) run) => (run.ExitCode, run.Error);

    private static string Graph(string url) =>
        $$"""{"resources":[{"name":"alertmanager","kind":"Executable","state":"Running","health":"Healthy","urls":{"http":"{{url}}"},"pid":1,"startSeconds":1}]}""";

    private static string Silence(string id, string state) => $$"""
        {"id":"{{id}}","status":{"state":"{{state}}"},"updatedAt":"2026-01-10T22:00:00.000Z","comment":"new weights","createdBy":"ada",
         "startsAt":"2026-01-10T22:00:00.000Z","endsAt":"2026-01-11T00:00:00.000Z","matchers":[{"isEqual":true,"isRegex":true,"name":"alertname","value":"High.*"}]}
        """;

    private void WriteState(FakeAppHost appHost) =>
        _root.Write(".state/apphost.json", JsonSerializer.Serialize(new { pid = FakeAppHost.Pid, startedAt = FakeAppHost.StartedAt, url = appHost.Url }));

    private async Task<(int ExitCode, string Output, string Error)> SilenceAsync(params string[] words)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exitCode = await KthenaCommand.InvokeAsync(["silence", "--root", _root.Path, .. words], output, error, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
