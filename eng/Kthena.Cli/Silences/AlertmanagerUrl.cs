using Kthena.Cli.Status;

namespace Kthena.Cli.Silences;

/// <summary>Where the Alertmanager is that a verb is about.</summary>
internal static class AlertmanagerUrl
{
    private const string ResourceName = "alertmanager";

    /// <summary>The one that was named, or that of the running graph.</summary>
    /// <exception cref="UsageException">What was named is no URL.</exception>
    /// <exception cref="StatusException">Nothing runs, or no Alertmanager does.</exception>
    public static async Task<Uri> FindAsync(string? named, string root, CancellationToken cancellationToken)
    {
        if (named is not null)
        {
            return Uri.TryCreate(named, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? url
                : throw new UsageException($"'{named}' is no URL of an Alertmanager: write such as http://127.0.0.1:9093");
        }

        var graph = await AppHostClient.GetResourcesAsync(AppHostState.Read(root), cancellationToken);
        var alertmanager = graph.Resources.FirstOrDefault(resource => resource.Name == ResourceName)
            ?? throw new StatusException($"the running graph has no resource '{ResourceName}'; name one with --alertmanager URL");
        return alertmanager.Urls?.GetValueOrDefault("http") is { } address
            ? new Uri(address)
            : throw new StatusException($"'{ResourceName}' of the running graph has no address; its state is {alertmanager.State}");
    }
}
