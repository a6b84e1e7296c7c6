using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Kthena.ServiceDefaults.Metrics;

/// <summary>The addresses that the web server will listen on, while they are still configuration.</summary>
internal static class ServerAddresses
{
    private const string Default = "http://localhost:5000";

    /// <summary>Adds <paramref name="address"/> to what is configured, keeping ASPNETCORE_URLS, HTTP_PORTS and the default as they are.</summary>
    public static void Add(IConfigurationManager configuration, string address)
    {
        var addresses = Configured(configuration);
        var port = BindingAddress.Parse(address).Port;
        if (addresses.FirstOrDefault(other => BindingAddress.Parse(other).Port == port) is { } taken)
            throw new InvalidOperationException($"Metrics:Port is {port}, the port of the service itself ({taken}): give it another one.");

        configuration[WebHostDefaults.ServerUrlsKey] = string.Join(';', [.. addresses, address]);
    }

    private static string[] Configured(IConfigurationManager configuration)
    {
        if (Split(configuration[WebHostDefaults.ServerUrlsKey]) is { Length: > 0 } urls)
            return urls;

        string[] ports =
        [
            .. Split(configuration[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}"),
            .. Split(configuration[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}"),
        ];
        return ports is [] ? [Default] : ports;
    }

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
