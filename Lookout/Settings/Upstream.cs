using System.Net.Http.Headers;
using System.Text;

namespace Kthena.Lookout.Settings;

/// <summary>A server that Lookout asks.</summary>
/// <param name="Name">What it is called in paths, logs and metrics.</param>
/// <param name="Url">Its address, which may end in a path prefix.</param>
/// <param name="Credentials">For basic authentication, <c>user:password</c>; null: none.</param>
internal sealed record Upstream(string Name, Uri Url, string? Credentials)
{
    /// <summary>What the server wants to see of the credentials.</summary>
    public AuthenticationHeaderValue? Authorization { get; } =
        Credentials is null ? null : new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Credentials)));

    // Never the credentials.
    public override string ToString() => $"{Name} at {Url}";
}
