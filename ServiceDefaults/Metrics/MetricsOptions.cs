using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Kthena.ServiceDefaults.Metrics;

/// <summary>Where <c>/metrics</c> is served.</summary>
/// <param name="Port">
/// Configuration key <c>Metrics:Port</c>, 1 to 65535: a port that serves <c>/metrics</c> and nothing else, in addition to the service's own
/// addresses. Null (the default): <c>/metrics</c> is on the service's own addresses.
/// </param>
/// <param name="Host">Configuration key <c>Metrics:Host</c>: the IP address that <paramref name="Port"/> is bound to, 127.0.0.1 by default.</param>
public sealed record MetricsOptions(int? Port, IPAddress Host)
{
    internal static MetricsOptions Read(IConfiguration configuration)
    {
        var port = configuration["Metrics:Port"];
        var host = configuration["Metrics:Host"];
        return new MetricsOptions(
            string.IsNullOrEmpty(port) ? null : ParsePort(port),
            string.IsNullOrEmpty(host) ? IPAddress.Loopback : ParseHost(host));
    }

    internal string? Address => Port is { } port ? $"http://{new IPEndPoint(Host, port)}" : null;

    private static int ParsePort(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= IPEndPoint.MaxPort
            ? port
            : throw new InvalidOperationException($"Metrics:Port is '{value}': give a port from 1 to 65535, or leave it out.");

    private static IPAddress ParseHost(string value) =>
        IPAddress.TryParse(value, out var address)
            ? address
            : throw new InvalidOperationException($"Metrics:Host is '{value}': give an IP address such as 127.0.0.1 or 0.0.0.0.");
}
