using Kthena.Lookout.Settings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace Kthena.Lookout.Proxy;

/// <summary>Passes one request to an upstream, streaming both ways; when the browser goes, the upstream is told.</summary>
internal sealed class UpstreamForwarder(
    IHttpForwarder forwarder, UpstreamClients clients, UpstreamStates states, LookoutOptions options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public async Task ForwardAsync(HttpContext context, Upstream upstream, RoutePattern pattern, PathKind kind)
    {
        if (kind != PathKind.Write && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            await Results.Problem("What only reads has no body.", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        // No other protocol through this connection.
        context.Request.Headers.Remove(HeaderNames.Upgrade);
        // A stream has no end of its own, neither may it keep Lookout from stopping; its head has to come in time like any other's.
        var isStream = kind == PathKind.Stream;
        using var head = new CancellationTokenSource(isStream ? options.Timeout : Timeout.InfiniteTimeSpan, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(head.Token, isStream ? lifetime.ApplicationStopping : default);
        var transformer = new UpstreamTransformer(upstream, UpstreamPath.Url(upstream.Url, pattern, context.Request), isStream)
        {
            HeadArrived = () => head.CancelAfter(Timeout.InfiniteTimeSpan),
        };
        var request = new ForwarderRequestConfig
        {
            ActivityTimeout = isStream ? Timeout.InfiniteTimeSpan : options.Timeout,
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        var error = await forwarder.SendAsync(context, upstream.Url.AbsoluteUri, clients.For(upstream), request, transformer, stop.Token);
        var outcome = UpstreamOutcome.Of(error, transformer.Refused, context, isLate: head.IsCancellationRequested);
        states.Note(upstream, outcome);
        if (outcome.Problem(upstream, options.Timeout, transformer.Refused, context.GetForwarderErrorFeature()?.Exception) is { } problem && !context.Response.HasStarted)
            await problem.ExecuteAsync(context);
    }
}
