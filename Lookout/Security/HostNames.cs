using System.Net;

namespace Kthena.Lookout.Security;

/// <summary>The names that a Host header may have.</summary>
/// <param name="Names">Those that were named.</param>
/// <param name="AnyAddress">Whether Lookout listens on every address, so that any may be meant.</param>
internal sealed record HostNames(IReadOnlySet<string> Names, bool AnyAddress)
{
    /// <param name="urls">Where Lookout listens.</param>
    /// <param name="allowed">More names, separated by semicolons; the setting <c>AllowedHosts</c>.</param>
    public static HostNames Of(IEnumerable<string> urls, string? allowed)
    {
        var hosts = urls.Select(url => BindingAddress.Parse(url).Host).ToList();
        var more = allowed?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return new(hosts.Concat(more).Append("localhost").ToHashSet(StringComparer.OrdinalIgnoreCase), hosts.Exists(IsWildcard));
    }

    /// <summary>Whether it is one of them. What is an address is what the browser was told to open: no other site's name is behind it.</summary>
    public bool Contains(HostString host) =>
        Names.Contains(host.Host) || (IPAddress.TryParse(host.Host, out var address) && (AnyAddress || IPAddress.IsLoopback(address)));

    private static bool IsWildcard(string host) =>
        host is "*" or "+" || (IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
