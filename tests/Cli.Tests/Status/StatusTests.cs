using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kthena.Cli.Tests.Status;

public sealed class StatusTests : IDisposable
{
    private const string Answer = """
        {"resources":[
          {"name":"model-server","kind":"Project","state":"Running","health":"Healthy","urls":{"http":"http://127.0.0.1:5001","metrics":"http://127.0.0.1:5002"},"pid":4711,"startSeconds":1.25},
          {"name":"prometheus","kind":"Executable","state":"Exited","health":null,"urls":{},"pid":null,"startSeconds":null}]}
        """;

    private readonly TemporaryFolder _root = new();

    [Fact]
    public async Task The_resources_of_a_running_graph_are_printed_as_json_in_the_documented_form()
    {
        await using var appHost = await FakeAppHost.StartAsync(Answer);
        WriteState(FakeAppHost.Pid, FakeAppHost.StartedAt, appHost.Url);

        var (exitCode, output, error) = await StatusAsync("--json");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Answer), JsonNode.Parse(output)), output);
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_resource()
    {
        await using var appHost = await FakeAppHost.StartAsync(Answer);
        WriteState(FakeAppHost.Pid, FakeAppHost.StartedAt, appHost.Url);

        var (exitCode, output, _) = await StatusAsync();

        Assert.Equal(0, exitCode);
        var server = Assert.Single(output.Split('\n'), l => l.Contains("model-server", StringComparison.Ordinal));
        Assert.All(["Project", "Running", "Healthy", "1.25 s", "4711", "http://127.0.0.1:5001", "metrics"], part => Assert.Contains(part, server, StringComparison.Ordinal));
        Assert.Single(output.Split('\n'), l => l.Contains("prometheus", StringComparison.Ordinal) && l.Contains("Exited", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_state_file_nothing_runs() => await AssertNothingRunsAsync("nothing runs");

    [Fact]
    public async Task A_state_file_of_a_process_that_is_gone_means_that_nothing_runs()
    {
        await using var appHost = await FakeAppHost.StartAsync(Answer);
        var gone = int.Parse((await ProcessRun.OfAsync("sh", ["-c", "echo $$"])).Output, CultureInfo.InvariantCulture);
        WriteState(gone, FakeAppHost.StartedAt, appHost.Url);

        await AssertNothingRunsAsync("is gone");
    }

    [Fact]
    public async Task A_process_that_only_got_the_same_number_is_not_taken_for_the_AppHost()
    {
        await using var appHost = await FakeAppHost.StartAsync(Answer);
        WriteState(FakeAppHost.Pid, FakeAppHost.StartedAt - TimeSpan.FromMinutes(1), appHost.Url);

        await AssertNothingRunsAsync("is gone");
    }

    [Fact]
    public async Task An_AppHost_that_does_not_answer_is_named_with_its_address()
    {
        string url;
        await using (var appHost = await FakeAppHost.StartAsync(Answer))
            url = appHost.Url;
        WriteState(FakeAppHost.Pid, FakeAppHost.StartedAt, url);

        await AssertNothingRunsAsync(url);
    }

    [Theory]
    [InlineData("""{"pid":1""")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"pid":1,"startedAt":"2026-01-01T00:00:00+00:00","url":"http://example.com/"}""")]
    public async Task A_state_file_that_no_AppHost_wrote_is_named_and_never_followed(string content)
    {
        _root.Write(".state/apphost.json", content);

        await AssertNothingRunsAsync("apphost.json");
    }

    [Fact]
    public async Task An_answer_that_is_no_list_of_resources_is_an_error()
    {
        await using var appHost = await FakeAppHost.StartAsync("{}");
        WriteState(FakeAppHost.Pid, FakeAppHost.StartedAt, appHost.Url);

        await AssertNothingRunsAsync("without a list of resources");
    }

    [Fact]
    public async Task An_unknown_option_is_bad_usage()
    {
        var (exitCode, _, error) = await StatusAsync("--xml");

        Assert.Equal(2, exitCode);
        Assert.Contains("--xml", error, StringComparison.Ordinal);
    }

    public void Dispose() => _root.Dispose();

    private async Task AssertNothingRunsAsync(string reason)
    {
        var (exitCode, output, error) = await StatusAsync("--json");

        Assert.Equal((3, ""), (exitCode, output));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private void WriteState(int pid, DateTimeOffset startedAt, string url) =>
        _root.Write(".state/apphost.json", JsonSerializer.Serialize(new { pid, startedAt, url }));

    private async Task<(int ExitCode, string Output, string Error)> StatusAsync(params string[] options)
    {
        using StringWriter output = new(), error = new();
        var exitCode = await KthenaCommand.InvokeAsync(["status", "--root", _root.Path, .. options], output, error, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
