using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Kthena.Lookout.Tests.Serving;

/// <summary>A server behind Lookout that does what a test wants and keeps what it was asked.</summary>
internal sealed class FakeUpstream : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<ReceivedRequest> _received = Channel.CreateUnbounded<ReceivedRequest>();

    private FakeUpstream(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = 64 << 10);
        _app = builder.Build();
        _app.Run(async context =>
        {
            var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            using var body = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            _received.Writer.TryWrite(new(context.Request.Method, target, headers, await body.ReadToEndAsync(context.RequestAborted)));
            await answer(context);
        });
    }

    public Uri Url => new(_app.Urls.First());

    /// <summary>What came since the last look, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Received
    {
        get
        {
            List<ReceivedRequest> requests = [];
            while (_received.Reader.TryRead(out var request))
                requests.Add(request);
            return requests;
        }
    }

    public static Task<FakeUpstream> StartAsync() => StartAsync(context => context.Response.WriteAsJsonAsync(new { status = "success" }));

    public static async Task<FakeUpstream> StartAsync(RequestDelegate answer)
    {
        var upstream = new FakeUpstream(answer);
        await upstream._app.StartAsync(TestContext.Current.CancellationToken);
        return upstream;
    }

    /// <summary>Does not answer until the other side has had enough.</summary>
    public static Task SayNothingAsync(HttpContext context) => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>A request as it reached the upstream.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
