using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Kthena.Lookout.Security;

/// <summary>
/// Keeps other sites' pages from changing something through the browser of somebody who may: such a request says where it comes from, and a page
/// can neither change that nor leave it out.
/// </summary>
/// <remarks>Source: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site.</remarks>
internal static class SameOriginCheck
{
    private const string SecFetchSite = "Sec-Fetch-Site";
    private const string Json = "application/json";

    public static void UseSameOriginCheck(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SameOriginOnly>() is null)
            return next(context);
        if (!IsSameOrigin(context.Request))
        {
            return Results.Problem("Only a page of this Lookout may change something, and this request does not say that it comes from one.", statusCode: StatusCodes.Status403Forbidden)
                .ExecuteAsync(context);
        }

        // What a plain form can send is no JSON.
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
        return hasBody && !IsJson(context.Request.ContentType)
            ? Results.Problem($"The body has to be {Json}.", statusCode: StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(context)
            : next(context);
    });

    private static bool IsSameOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers[SecFetchSite].ToString();
        // Browsers that say neither with a write are long gone.
        return (origin.Length > 0 || site.Length > 0)
            && (site.Length == 0 || site == "same-origin")
            && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);
}
