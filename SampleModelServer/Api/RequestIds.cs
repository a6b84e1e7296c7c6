using System.Buffers;
using System.Diagnostics;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Api;

/// <summary>
/// Every request has an id: the caller's own in <c>X-Request-Id</c> if it is 1 to 64 of letters, digits, dot, dash, underscore and colon,
/// otherwise a new one. It comes back in the same header and is in every log line (as <c>XRequestId</c>) and on the trace.
/// </summary>
internal static class RequestIds
{
    public const string Header = "X-Request-Id";

    private const int MaxLength = 64;

    // Nothing that could break a line of a log or a header.
    private static readonly SearchValues<char> s_allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_:");

    public static void UseRequestIds(this WebApplication app) => app.Use(async (context, next) =>
    {
        var id = context.Request.Headers[Header] is [{ } given] && IsValid(given) ? given : Guid.NewGuid().ToString("N");
        context.TraceIdentifier = id;
        context.Response.Headers[Header] = id;
        Activity.Current?.SetTag(ServerActivity.RequestId, id);
        // RequestId is the framework's name for its own number, which was taken before this.
        using (app.Logger.BeginScope("XRequestId:{XRequestId}", id))
            await next(context);
    });

    private static bool IsValid(string id) => id.Length is > 0 and <= MaxLength && !id.AsSpan().ContainsAnyExcept(s_allowed);
}
