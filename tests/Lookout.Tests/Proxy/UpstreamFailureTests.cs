using System.Net;
using System.Text.Json.Nodes;
using Kthena.Lookout.Tests.Serving;
using Microsoft.AspNetCore.Http;

namespace Kthena.Lookout.Tests.Proxy;

/// <summary>An upstream that is down, slow, or not itself.</summary>
public sealed class UpstreamFailureTests
{
    private const string Query = "/api/prometheus/api/v1/query?query=up";

    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Down_is_said_with_its_address_and_the_option()
    {
        await using var lookout = await LookoutServer.StartAsync();

        var (status, problem) = await ProblemAsync(lookout, Query);

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("http://127.0.0.1:9/", problem, StringComparison.Ordinal);
        Assert.Contains("--prometheus", problem, StringComparison.Ordinal);
        Assert.Contains("prometheus at http://127.0.0.1:9/: unreachable", await lookout.TextAsync("/readyz"), StringComparison.Ordinal);
        Assert.Contains("lookout_upstream_requests_total{upstream=\"prometheus\",result=\"unreachable\"} 1", await lookout.TextAsync("/metrics"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Query)]
    [InlineData("/api/graph/resources/watch")]
    public async Task Slow_is_given_up(string path)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.SayNothingAsync);
        await using var lookout = await LookoutServer.StartAsync(upstream, "--Lookout:Timeout=200ms");

        var (status, problem) = await ProblemAsync(lookout, path);

        Assert.Equal(HttpStatusCode.GatewayTimeout, status);
        Assert.Contains("0.2 s", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_errors_pass_as_they_are()
    {
        const string Body = """{"status":"error","errorType":"bad_data","error":"parse error"}""";
        await using var upstream = await FakeUpstream.StartAsync(context =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status400BadRequest, "application/json");
            return context.Response.WriteAsync(Body);
        });
        await using var lookout = await LookoutServer.StartAsync(upstream);

        using var answer = await lookout.GetAsync(Query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(Body, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await FakeUpstream.StartAsync();
        await using var upstream = await FakeUpstream.StartAsync(context =>
        {
            context.Response.Redirect($"{elsewhere.Url}secret");
            return Task.CompletedTask;
        });
        await using var lookout = await LookoutServer.StartAsync(upstream);

        var (status, problem) = await ProblemAsync(lookout, Query);

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("redirects", problem, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task An_answer_that_says_it_is_huge_is_not_begun()
    {
        await using var upstream = await FakeUpstream.StartAsync(context =>
        {
            context.Response.ContentLength = 1L << 40;
            return context.Response.Body.WriteAsync(new byte[1024], context.RequestAborted).AsTask();
        });
        await using var lookout = await LookoutServer.StartAsync(upstream);

        Assert.Equal(HttpStatusCode.BadGateway, (await ProblemAsync(lookout, Query)).Status);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut()
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            var block = new byte[1 << 20];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });
        await using var lookout = await LookoutServer.StartAsync(upstream);
        using var answer = await lookout.Http.GetAsync(new Uri(Query, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancellation);

        var error = await Record.ExceptionAsync(() => body.CopyToAsync(Stream.Null, Cancellation));

        Assert.True(error is HttpIOException or IOException, $"{error}");
    }

    [Fact]
    public async Task When_the_browser_goes_the_upstream_may_stop_working()
    {
        var asked = new TaskCompletionSource();
        var aborted = new TaskCompletionSource();
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            asked.SetResult();
            await FakeUpstream.SayNothingAsync(context);
        });
        await using var lookout = await LookoutServer.StartAsync(upstream);
        using var browser = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var request = lookout.Http.GetAsync(new Uri(Query, UriKind.Relative), browser.Token);
        await asked.Task.WaitAsync(s_bound, Cancellation);

        await browser.CancelAsync();

        await aborted.Task.WaitAsync(s_bound, Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Theory]
    [InlineData("/api/alertmanager/api/v2/alerts", "--alertmanager")]
    [InlineData("/api/graph/resources", "--graph")]
    public async Task One_that_was_not_given_is_not_found(string path, string option)
    {
        await using var lookout = await LookoutServer.StartAsync();

        var (status, problem) = await ProblemAsync(lookout, path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(option, problem, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Problem)> ProblemAsync(LookoutServer lookout, string path)
    {
        using var answer = await lookout.GetAsync(path);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (answer.StatusCode, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["detail"]!);
    }
}
