using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.GraphReport;

public sealed class ResourceLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_comes_first_then_what_is_written()
    {
        using var pipe = new Pipe();
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sh", ".", "-c", $"echo one; echo two >&2; cat {pipe.Path}"));
        await report.LinesAsync("server").Take(2).CountAsync(Cancellation);
        await using var lines = report.LinesAsync("server").GetAsyncEnumerator(Cancellation);
        var backlog = new List<string> { await NextAsync(lines), await NextAsync(lines) };
        Assert.Equal(["one false", "two true"], backlog.Order(StringComparer.Ordinal));

        await File.WriteAllTextAsync(pipe.Path, "three\n", Cancellation);

        Assert.Equal("three false", await NextAsync(lines));
    }

    [Fact]
    public async Task The_tail_is_the_end_of_what_was_written()
    {
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sh", ".", "-c", "seq 1000; sleep 600"));
        await report.LinesAsync("server", tail: 10_000).FirstAsync(line => (string?)line["text"] == "1000", Cancellation);

        var lines = await report.LinesAsync("server", tail: 3).Take(3).ToListAsync(Cancellation);

        Assert.Equal(["998", "999", "1000"], lines.Select(line => (string?)line["text"]));
        Assert.Equal([0, 1, 2], lines.Select(line => (int)line["number"]! - (int)lines[0]["number"]!));
    }

    [Fact]
    public async Task Each_replica_has_a_log_of_its_own()
    {
        await using var report = await ServedReport.StartAsync((builder, _) =>
            builder.AddExecutable("server", "sh", ".", "-c", "echo $$; sleep 600").WithAnnotation(new ReplicaAnnotation(2)));
        foreach (var replica in new[] { "server-0", "server-1" })
        {
            var running = await report.RunningAsync(replica);

            var line = await report.LinesAsync(replica).FirstAsync(Cancellation);

            Assert.Equal(running["pid"]!.ToString(), (string?)line["text"]);
        }
    }

    [Fact]
    public async Task The_stream_of_a_quiet_resource_begins_at_once()
    {
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sleep", ".", "600"));
        await report.RunningAsync("server");

        var first = await report.EventsAsync("/resources/server/logs").FirstAsync(Cancellation);

        Assert.Empty(first["lines"]!.AsArray());
    }

    [Theory]
    [InlineData("/resources/nobody/logs", HttpStatusCode.NotFound, "The graph has no resource 'nobody'. /resources lists those that it has.")]
    [InlineData("/resources/password/logs", HttpStatusCode.NotFound, "The graph has no resource 'password'. /resources lists those that it has.")]
    [InlineData("/resources/graph/logs?tail=-1", HttpStatusCode.BadRequest, "'tail' is -1: give 0 to 10000 lines.")]
    public async Task What_is_wrong_is_said(string path, HttpStatusCode status, string detail)
    {
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddParameter("password", "hush", secret: true));

        using var answer = await report.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(detail, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["detail"]);
    }

    [Fact]
    public async Task A_client_that_stops_reading_is_dropped_and_nobody_else_notices()
    {
        // Long lines fill the connection's buffers, and are few enough for whoever does read.
        const string Flood = "x=$(head -c 4000 /dev/zero | tr '\\0' x); while seq -f \"%.0f $x\" 10; do sleep 0.01; done";
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sh", ".", "-c", Flood));
        await report.RunningAsync("server");
        using var idle = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await idle.ConnectAsync("127.0.0.1", report.Client.BaseAddress!.Port, Cancellation);
        await idle.SendAsync(Encoding.ASCII.GetBytes("GET /resources/server/logs HTTP/1.1\r\nHost: localhost\r\n\r\n"), Cancellation);
        await using var reader = report.LinesAsync("server").GetAsyncEnumerator(Cancellation);

        while (!idle.Poll(0, SelectMode.SelectError)) Assert.True(await reader.MoveNextAsync());

        var last = (int)reader.Current["number"]!;
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(last + 1, (int)reader.Current["number"]!);
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<JsonNode> lines)
    {
        Assert.True(await lines.MoveNextAsync());
        return $"{lines.Current["text"]} {lines.Current["error"]}";
    }
}
