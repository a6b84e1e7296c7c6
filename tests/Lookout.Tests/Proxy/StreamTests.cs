using System.Threading.Channels;
using Kthena.Lookout.Tests.Serving;
using Microsoft.AspNetCore.Http;

namespace Kthena.Lookout.Tests.Proxy;

/// <summary>Server-sent events, through Lookout.</summary>
public sealed class StreamTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _ended = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_passes_before_the_next_one_is_there()
    {
        await using var upstream = await FakeUpstream.StartAsync(AnswerAsync);
        await using var lookout = await LookoutServer.StartAsync(upstream);
        using var events = await OpenAsync(lookout);

        foreach (var text in (string[])["first", "second"])
        {
            await _events.Writer.WriteAsync(text, Cancellation);
            Assert.Equal($"data: {text}", await events.ReadLineAsync(Cancellation).AsTask().WaitAsync(s_bound, Cancellation));
            Assert.Equal("", await events.ReadLineAsync(Cancellation));
        }
    }

    [Fact]
    public async Task It_ends_when_the_page_goes()
    {
        await using var upstream = await FakeUpstream.StartAsync(AnswerAsync);
        await using var lookout = await LookoutServer.StartAsync(upstream);
        var events = await OpenAsync(lookout);

        events.Dispose();

        await _ended.Task.WaitAsync(s_bound, Cancellation);
    }

    [Fact]
    public async Task It_does_not_keep_Lookout_from_stopping()
    {
        await using var upstream = await FakeUpstream.StartAsync(AnswerAsync);
        await using var lookout = await LookoutServer.StartAsync(upstream);
        using var events = await OpenAsync(lookout);

        await lookout.StopAsync().WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        await _ended.Task.WaitAsync(s_bound, Cancellation);
    }

    private static async Task<StreamReader> OpenAsync(LookoutServer lookout)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/graph/resources/watch");
        request.Headers.Add("Accept-Encoding", "gzip, br");
        var answer = await lookout.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        return new(await answer.Content.ReadAsStreamAsync(Cancellation));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync(context.RequestAborted);
        try
        {
            await foreach (var text in _events.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync($"data: {text}\n\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
