using Kthena.Lookout.Settings;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace Kthena.Lookout.Proxy;

/// <summary>What of one request reaches the upstream, and what of its answer the browser: all else, cookies and credentials above all, stays here.</summary>
internal sealed class UpstreamTransformer(Upstream upstream, Uri url, bool isStream) : HttpTransformer
{
    /// <summary>Of one answer. A query that asks for more has no use in a page.</summary>
    public const long MostBytes = 64 << 20;

    private static readonly string[] s_requestHeaders = [HeaderNames.Accept, HeaderNames.AcceptEncoding];
    private static readonly string[] s_responseHeaders = [HeaderNames.RetryAfter, HeaderNames.Allow];
    private static readonly string[] s_contentHeaders = [HeaderNames.ContentType, HeaderNames.ContentEncoding];

    /// <summary>Called once the upstream has begun to answer.</summary>
    public required Action HeadArrived { get; init; }

    /// <summary>Why the upstream's answer is not passed on; null when it is.</summary>
    public string? Refused { get; private set; }

    public override ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        proxyRequest.RequestUri = url;
        foreach (var name in s_requestHeaders)
        {
            if (httpContext.Request.Headers.TryGetValue(name, out var values))
                proxyRequest.Headers.TryAddWithoutValidation(name, [.. values]);
        }

        if (proxyRequest.Content is { } content)
            content.Headers.TryAddWithoutValidation(HeaderNames.ContentType, httpContext.Request.ContentType);
        proxyRequest.Headers.Authorization = upstream.Authorization;
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null)
            return false;
        HeadArrived();
        Refused = Refusal(proxyResponse);
        if (Refused is not null)
            return false;

        Copy(proxyResponse.Headers, s_responseHeaders, httpContext.Response);
        Copy(proxyResponse.Content.Headers, s_contentHeaders, httpContext.Response);
        httpContext.Response.Headers.CacheControl = "no-store";
        // The page learns that it is connected before there is anything to tell.
        if (isStream)
            await httpContext.Response.Body.FlushAsync(cancellationToken);
        else
            proxyResponse.Content = new StreamContent(new BoundedStream(await proxyResponse.Content.ReadAsStreamAsync(cancellationToken), MostBytes));
        return true;
    }

    public override ValueTask TransformResponseTrailersAsync(HttpContext httpContext, HttpResponseMessage proxyResponse, CancellationToken cancellationToken) => default;

    private string? Refusal(HttpResponseMessage response) => ((int)response.StatusCode, response.Content.Headers.ContentLength) switch
    {
        (>= 300 and < 400, _) => $"{upstream} redirects to {response.Headers.Location?.OriginalString ?? "nowhere"}; redirects are not followed. Give its final address with --{upstream.Name}.",
        (_, > MostBytes) => $"The answer of {upstream} is larger than {MostBytes >> 20} MB. Ask for less.",
        _ => null,
    };

    private static void Copy(System.Net.Http.Headers.HttpHeaders from, string[] names, HttpResponse to)
    {
        foreach (var name in names)
        {
            if (from.NonValidated.TryGetValues(name, out var values))
                to.Headers[name] = values.ToArray();
        }
    }
}
