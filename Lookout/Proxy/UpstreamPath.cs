using Microsoft.AspNetCore.Routing.Patterns;

namespace Kthena.Lookout.Proxy;

/// <summary>Builds what an upstream is asked.</summary>
internal static class UpstreamPath
{
    /// <summary>The URL below the upstream's prefix, from the pattern and the values that its constraints let pass.</summary>
    public static Uri Url(Uri upstream, RoutePattern pattern, HttpRequest request)
    {
        var segments = pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => Uri.EscapeDataString((string)request.RouteValues[parameter.Name]!),
            _ => throw new NotSupportedException($"The pattern '{pattern.RawText}' has a part that is neither text nor a parameter."),
        })));
        return new Uri($"{upstream.AbsoluteUri.TrimEnd('/')}/{string.Join('/', segments)}{request.QueryString.ToUriComponent()}");
    }
}
