using System.Diagnostics;
using System.Text.Json.Nodes;
using Kthena.TrafficGenerator.Tests.Service;

namespace Kthena.TrafficGenerator.Tests.StandAlone;

/// <summary>What the report says is what the server counted.</summary>
public sealed class ReportTests
{
    private static readonly string[] s_run = ["--profile", "steady", "--rps", "100", "--duration", "1s", "--Traffic:ListShare=0.3"];

    [Fact]
    public async Task Requests_statuses_texts_and_bytes_are_those_that_the_server_counted()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Models = ["a", "b"];
        server.StatusOf = number => (number % 7) switch { 0 => 503, 1 or 2 => 429, _ => 200 };

        var (exitCode, _, report) = await TrafficProgram.ReportAsync(["--server", server.Url, .. s_run]);

        Assert.Equal(0, exitCode);
        Assert.NotEmpty(server.Answered);
        Assert.Equal(server.Count, (int)report["sent"]!);
        Assert.Equal(server.Answered.Count, (int)report["answered"]!);
        Assert.Equal(server.Answered.Count(r => r.Status == 200), (int)report["succeeded"]!);
        Assert.Equal(server.Answered.Count(r => r.Status != 200), (int)report["failed"]!);
        AssertTotals(server.Answered, report["total"]!);
        AssertBy(server.Answered, r => $"{r.Status}", report["statuses"]!, (requests, status) =>
        {
            AssertTotals(requests, status["total"]!);
            Assert.Equal(requests.Count, (int)status["latency"]!["fromDue"]!["count"]!);
        });
        AssertBy(server.Answered, r => r.Model, report["models"]!, (requests, model) =>
            AssertBy(requests, r => $"{r.Status}", model, AssertTotals));
        AssertBy(server.Answered, r => r.Priority, report["priorities"]!, (requests, priority) =>
        {
            Assert.Equal(requests.Count, (int)priority["latency"]!["fromSend"]!["count"]!);
            AssertBy(requests, r => $"{r.Status}", priority["statuses"]!, (ofStatus, latency) => Assert.Equal(ofStatus.Count, (int)latency["fromDue"]!["count"]!));
        });
    }

    [Fact]
    public async Task Quantiles_and_buckets_agree()
    {
        await using var server = await FakeModelServer.StartAsync();

        var (_, _, report) = await TrafficProgram.ReportAsync(["--server", server.Url, .. s_run]);

        var latency = report["latency"]!["fromDue"]!;
        var buckets = latency["buckets"]!.AsArray().Select(b => (Le: (double)b!["le"]!, Count: (long)b["count"]!)).ToArray();
        Assert.Equal([0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60], buckets.Select(b => b.Le));
        Assert.Equal(buckets.Select(b => b.Count).Order(), buckets.Select(b => b.Count));
        Assert.Equal((long)latency["count"]!, buckets[^1].Count);
        string[] quantiles = ["p50", "p90", "p95", "p99", "p999", "max"];
        Assert.Equal(quantiles.Select(q => (double)latency[q]!).Order(), quantiles.Select(q => (double)latency[q]!));
        // At least half took no longer than the bucket that holds the median.
        Assert.True(buckets.First(b => b.Le >= (double)latency["p50"]!).Count * 2 >= (long)latency["count"]!);
    }

    [Fact]
    public async Task The_same_seed_sends_the_same_requests_in_two_runs()
    {
        var first = await SendAsync();

        Assert.Equal(first, await SendAsync());
        Assert.NotEmpty(first);

        static async Task<IReadOnlyList<string>> SendAsync()
        {
            for (var attempt = 1; ; attempt++)
            {
                await using var server = await FakeModelServer.StartAsync();
                var (_, _, report) = await TrafficProgram.ReportAsync(["--server", server.Url, "--seed", "5", .. s_run]);
                // Where the machine does not let it run for a second, requests are dropped, which is said.
                if (attempt == 5 || report["dropped"]!.AsObject().All(reason => (long)reason.Value! == 0))
                    return [.. server.Answered.Select(r => r.Content).Order(StringComparer.Ordinal)];
            }
        }
    }

    [Fact]
    public async Task Retry_After_is_noted_and_nothing_is_sent_again()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Status = 429;
        server.RetryAfter = "3";

        var (exitCode, output, report) = await TrafficProgram.ReportAsync(
            "--server", server.Url, "--profile", "steady", "--arrivals", "constant", "--rps", "50", "--duration", "1s");

        Assert.Equal(0, exitCode);
        Assert.Equal(server.Count, (int)report["retryAfter"]!["answers"]!);
        Assert.Equal((3, 3), ((int)report["retryAfter"]!["minSeconds"]!, (int)report["retryAfter"]!["maxSeconds"]!));
        Assert.Equal(50, server.Count + report["dropped"]!.AsObject().Sum(reason => (int)reason.Value!));
        Assert.Contains("Retry-After", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_reports_what_it_did()
    {
        await using var server = await FakeModelServer.StartAsync();

        var (exitCode, output, report) = await TrafficProgram.ReportAsync(
            async pid =>
            {
                await server.ReceiveAsync(20);
                using var kill = Process.Start("kill", ["-TERM", $"{pid}"]);
                await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            },
            "--server", server.Url, "--rps", "100", "--duration", "1h");

        Assert.Equal(0, exitCode);
        Assert.True((bool)report["interrupted"]!);
        Assert.Equal(server.Count, (int)report["sent"]!);
        Assert.Equal(server.Count, (int)report["total"]!["requests"]! + (int)report["aborted"]!);
        Assert.Contains("(interrupted)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_the_figures_of_the_report()
    {
        await using var server = await FakeModelServer.StartAsync();

        var (_, output, report) = await TrafficProgram.ReportAsync(["--server", server.Url, .. s_run]);

        Assert.Contains($"steady to {server.Url}/", output, StringComparison.Ordinal);
        Assert.Contains($"{report["sent"]} in 1.", output, StringComparison.Ordinal);
        Assert.Contains($"200: {server.Count}", output, StringComparison.Ordinal);
        Assert.Contains($"{report["total"]!["texts"]} texts", output, StringComparison.Ordinal);
        Assert.All(["high", "normal", "low", "all", "p50", "p95", "p99", "max"], cell => Assert.Contains(cell, output, StringComparison.Ordinal));
        // Logs are elsewhere.
        Assert.DoesNotContain("{\"Timestamp\"", output, StringComparison.Ordinal);
    }

    private static void AssertBy(
        IEnumerable<ReceivedRequest> requests, Func<ReceivedRequest, string> key, JsonNode report, Action<IReadOnlyCollection<ReceivedRequest>, JsonNode> assert)
    {
        var groups = requests.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        Assert.Equal(groups.Select(group => group.Key), report.AsObject().Select(of => of.Key).Order(StringComparer.Ordinal));
        Assert.All(groups, group => assert([.. group], report[group.Key]!));
    }

    private static void AssertTotals(IReadOnlyCollection<ReceivedRequest> requests, JsonNode totals)
    {
        Assert.Equal(requests.Count, (int)totals["requests"]!);
        Assert.Equal(requests.Sum(r => r.Texts.Count), (int)totals["texts"]!);
        Assert.Equal(requests.Sum(r => r.Bytes), (long)totals["requestBytes"]!);
        Assert.Equal(requests.Sum(r => r.AnswerBytes), (long)totals["responseBytes"]!);
    }
}
