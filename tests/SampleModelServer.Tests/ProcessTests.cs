using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Kthena.SampleModelServer.Tests;

public sealed class ProcessTests
{
    private const string Body = """{"model":"lande-t50","input":"hello"}""";

    private static readonly Uri s_ready = new("/readyz", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SIGTERM_it_is_first_not_ready_then_answers_what_it_has_then_exits_with_0()
    {
        await using var server = await ServerProcess.StartAsync(new() { ["Shutdown__ReadinessDelay"] = "00:00:02" });
        using var request = await SlowRequest.BeginAsync(server.Client.BaseAddress!, Body[..10], Body.Length);

        await server.TerminateAsync();
        // It still listens, so the first answer that is not 200 is 503, and no refused connection.
        await Eventually.Async(async () => await ReadyAsync(server) == HttpStatusCode.ServiceUnavailable);
        await Eventually.Async(async () => !await IsListeningAsync(server));
        await request.SendAsync(Body[10..]);

        Assert.StartsWith("HTTP/1.1 200 ", await request.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task A_request_that_never_ends_does_not_keep_it_alive()
    {
        await using var server = await ServerProcess.StartAsync(new() { ["Shutdown__Timeout"] = "00:00:00.5" });
        using var request = await SlowRequest.BeginAsync(server.Client.BaseAddress!, Body[..10], Body.Length);

        await server.TerminateAsync();

        Assert.Equal(0, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task Logs_are_JSON_lines_with_UTC_time_trace_id_span_id_and_request_id()
    {
        const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        await using var server = await ServerProcess.StartAsync([]);
        using var content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/classify")
        {
            Content = content,
            Headers = { { "traceparent", $"00-{TraceId}-00f067aa0ba902b7-01" }, { "X-Request-Id", "my-request" } },
        };
        using var response = await server.Client.SendAsync(request, Cancellation);

        await Eventually.Async(() => Task.FromResult(server.Lines.Any(line => line.Contains("invalid_json", StringComparison.Ordinal))));
        var line = JsonDocument.Parse(server.Lines.Single(line => line.Contains("invalid_json", StringComparison.Ordinal))).RootElement;
        var scopes = line.GetProperty("Scopes").EnumerateArray().ToArray();
        var timestamp = line.GetProperty("Timestamp").GetString()!;

        Assert.All(server.Lines, text => JsonDocument.Parse(text));
        Assert.Contains(scopes, scope => scope.TryGetProperty("TraceId", out var id) && id.GetString() == TraceId && scope.GetProperty("SpanId").GetString()!.Length == 16);
        Assert.Contains(scopes, scope => scope.TryGetProperty("XRequestId", out var id) && id.GetString() == "my-request");
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", timestamp);
        Assert.InRange(
            DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());
    }

    private static async Task<HttpStatusCode> ReadyAsync(ServerProcess server)
    {
        using var response = await server.Client.GetAsync(s_ready, Cancellation);
        return response.StatusCode;
    }

    private static async Task<bool> IsListeningAsync(ServerProcess server)
    {
        using var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        try
        {
            using var response = await client.GetAsync(s_ready, Cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
