namespace Kthena.Lookout.Proxy;

/// <summary>A request that may pass to an upstream.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The path as a route pattern: what reaches the upstream is built from it, never from the path that the browser sent.</param>
/// <param name="Kind">What comes of it.</param>
internal sealed record AllowedPath(string Method, string Pattern, PathKind Kind = PathKind.Read);

/// <summary>What comes of a request.</summary>
internal enum PathKind
{
    /// <summary>An answer.</summary>
    Read,

    /// <summary>A change upstream: only a page of Lookout itself may ask for it.</summary>
    Write,

    /// <summary>Server-sent events, until the browser goes.</summary>
    Stream,
}
