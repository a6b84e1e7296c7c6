using Kthena.Cli.Faults;

namespace Kthena.Cli.Tests.Faults;

public sealed class FaultTests : IDisposable
{
    private const string Active = """{"name":"errors","model":"lande-t50","gpu":null,"share":0.5,"value":null,"since":"2030-01-01T00:00:00+00:00","until":"2030-01-01T00:05:00+00:00"}""";

    private readonly TemporaryFolder _root = new();

    [Fact]
    public async Task A_fault_goes_to_the_model_server_with_what_was_asked_for()
    {
        await using var graph = await FakeGraph.StartAsync(_root);
        graph.Answer = (200, Active);

        var (exitCode, output, error) = await FaultAsync("errors", "--model", "lande-t50", "--for", "5m", "--share", "0.5");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(["""model-server PUT /faults/errors {"model":"lande-t50","for":300,"share":0.5}"""], graph.Asked);
        Assert.Equal("errors on lande-t50 for 50% of the requests until 2030-01-01 00:05:00Z", output.Split('\n')[0]);
    }

    [Fact]
    public async Task The_alerts_that_it_should_raise_are_those_that_the_rules_have()
    {
        _root.Write("rules/alerts/errors.yml", "groups: [{name: a, rules: [{record: b, expr: '1'}, {alert: HighErrorRate, expr: '1', for: 2m}]}]");
        _root.Write("rules/alerts/broken.yml", "groups: [");
        await using var graph = await FakeGraph.StartAsync(_root);
        graph.Answer = (200, Active);

        var (_, output, _) = await FaultAsync("errors");

        Assert.Contains("should raise HighErrorRate when it has been seen for 2m", output, StringComparison.Ordinal);
        Assert.DoesNotContain("KthenaHighErrorRate", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_alert_that_a_fault_should_raise_is_in_the_repository_s_rules() =>
        Assert.Empty(KnownFaults.Alerts.Values.SelectMany(alerts => alerts).Except(AlertRules.Read(Repository.Root).Keys));

    [Fact]
    public async Task Every_name_is_in_the_script_s_usage()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "eng", "verbs", "fault.sh"), TestContext.Current.CancellationToken);

        Assert.All(KnownFaults.Alerts.Keys, name => Assert.Matches($"[ \"]{name}[ \"]", script));
    }

    [Fact]
    public async Task Stuck_autoscaling_goes_to_the_graph_itself()
    {
        await using var graph = await FakeGraph.StartAsync(_root);
        graph.Answer = (200, Active.Replace("errors", "stuck-autoscaling", StringComparison.Ordinal));

        await FaultAsync("stuck-autoscaling");

        Assert.Equal(["graph PUT /faults/stuck-autoscaling {}"], graph.Asked);
    }

    [Fact]
    public async Task The_list_is_that_of_both()
    {
        await using var graph = await FakeGraph.StartAsync(_root);
        graph.Answer = (200, $$"""{"faults":[{{Active}}]}""");

        var (exitCode, output, _) = await FaultAsync("--list");

        Assert.Equal(0, exitCode);
        Assert.Equal(["model-server GET /faults", "graph GET /faults"], graph.Asked);
        Assert.Equal(2, output.Split('\n').Count(line => line.StartsWith("errors on lande-t50", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_empty_list_is_said_in_words()
    {
        await using var graph = await FakeGraph.StartAsync(_root);
        graph.Answer = (200, """{"faults":[]}""");

        Assert.Equal((0, "no fault is active\n", ""), await FaultAsync("--list"));
    }

    [Fact]
    public async Task Clearing_all_asks_both()
    {
        await using var graph = await FakeGraph.StartAsync(_root);

        Assert.Equal((0, "cleared\n", ""), await FaultAsync("--clear"));
        Assert.Equal(["model-server DELETE /faults", "graph DELETE /faults"], graph.Asked);
    }

    [Fact]
    public async Task Clearing_one_names_it_and_its_model()
    {
        await using var graph = await FakeGraph.StartAsync(_root);

        Assert.Equal(0, (await FaultAsync("--clear", "errors", "--model", "lande-t50")).ExitCode);
        Assert.Equal(["model-server DELETE /faults/errors?model=lande-t50"], graph.Asked);
    }

    [Theory]
    [InlineData(409, """{"error":{"message":"There is no GPU.","code":"fault_refused"}}""", 1, "There is no GPU.")]
    [InlineData(404, """{"error":{"message":"The model 'x' does not exist.","code":"model_not_found"}}""", 1, "The model 'x' does not exist.")]
    [InlineData(400, """{"error":{"message":"Invalid value for 'share'.","code":"invalid_value"}}""", 2, "Invalid value for 'share'.")]
    [InlineData(404, """{"error":{"message":"Unknown request URL","code":"unknown_url"}}""", 1, "faults are not enabled")]
    [InlineData(404, "", 1, "faults are not enabled")]
    [InlineData(200, "nonsense", 1, "does not answer as expected")]
    public async Task A_refusal_is_one_line_and_an_exit_code(int status, string body, int expected, string reason)
    {
        await using var graph = await FakeGraph.StartAsync(_root);
        graph.Answer = (status, body);

        var (exitCode, output, error) = await FaultAsync("errors");

        Assert.Equal((expected, ""), (exitCode, output));
        Assert.Contains(reason, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_graph_without_a_model_server_is_said_to_have_none()
    {
        await using var graph = await FakeGraph.StartAsync(_root, hasModelServer: false);

        var (exitCode, _, error) = await FaultAsync("errors");

        Assert.Equal(1, exitCode);
        Assert.Contains("has no model-server that runs", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_graph_nothing_runs() => Assert.Equal(3, (await FaultAsync("errors")).ExitCode);

    [Theory]
    [InlineData]
    [InlineData("nonsense")]
    [InlineData("errors", "--for", "5")]
    [InlineData("errors", "--for", "0s")]
    [InlineData("errors", "--for", "5 minutes")]
    [InlineData("errors", "--share", "half")]
    [InlineData("errors", "--list")]
    [InlineData("--list", "--clear")]
    [InlineData("errors", "latency")]
    public async Task Bad_usage_asks_nobody(params string[] options)
    {
        await using var graph = await FakeGraph.StartAsync(_root);

        var (exitCode, output, error) = await FaultAsync(options);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.NotEmpty(error);
        Assert.Empty(graph.Asked);
    }

    public void Dispose() => _root.Dispose();

    private async Task<(int ExitCode, string Output, string Error)> FaultAsync(params string[] options)
    {
        using StringWriter output = new(), error = new();
        var exitCode = await KthenaCommand.InvokeAsync(["fault", "--root", _root.Path, .. options], output, error, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
