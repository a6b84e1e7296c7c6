using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Aspire.Hosting.GraphReport.Resources;

namespace Aspire.Hosting.Tests.GraphReport;

public sealed class ResourceWatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_report_comes_at_once_and_again_when_a_process_is_killed()
    {
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sleep", ".", "600"));
        var running = await report.RunningAsync("server");
        await using var events = report.EventsAsync("/resources/watch").GetAsyncEnumerator(Cancellation);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal((string?)running["state"], State(events.Current));

        using var process = Process.GetProcessById((int)running["pid"]!);
        process.Kill();

        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("Exited", 137), (State(events.Current), (int)ServedReport.Resource(events.Current, "server")!["exitCode"]!));
    }

    [Fact]
    public async Task It_has_the_form_of_the_report()
    {
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sleep", ".", "600"));
        await report.RunningAsync("server");

        var first = await report.EventsAsync("/resources/watch").FirstAsync(Cancellation);

        Assert.Equal(await report.Client.GetStringAsync(new Uri("/resources", UriKind.Relative), Cancellation), first.ToJsonString(new(System.Text.Json.JsonSerializerDefaults.Web)));
    }

    [Fact]
    public async Task It_ends_with_the_graph()
    {
        await using var report = await ServedReport.StartAsync((_, _) => { });
        await using var events = report.EventsAsync("/resources/watch").GetAsyncEnumerator(Cancellation);
        Assert.True(await events.MoveNextAsync());

        var stopped = report.StopAsync();
        while (await events.MoveNextAsync())
        {
        }

        await stopped;
    }

    [Fact]
    public async Task One_client_too_many_is_told_so()
    {
        await using var report = await ServedReport.StartAsync((_, _) => { });
        var others = new List<IAsyncEnumerator<JsonNode>>();
        for (var i = 0; i < EventStreamLimit.Streams; i++)
        {
            others.Add(report.EventsAsync("/resources/watch").GetAsyncEnumerator(Cancellation));
            Assert.True(await others[^1].MoveNextAsync());
        }

        using var answer = await report.Client.GetAsync(new Uri("/resources/watch", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        foreach (var other in others) await other.DisposeAsync();
    }

    private static string? State(JsonNode report) => (string?)ServedReport.Resource(report, "server")!["state"];
}
