namespace Aspire.Hosting.Grafana;

/// <summary>Where an installed Grafana keeps its page and its defaults.</summary>
internal static class GrafanaHome
{
    public const string ConfigurationKey = "Grafana:Home";

    // That of Grafana's own packages for Debian and Red Hat.
    private const string Packaged = "/usr/share/grafana";

    /// <summary>The folder that is configured, else the one that the binary lies in as in the archive, else that of the packages.</summary>
    /// <exception cref="DistributedApplicationException">None has Grafana's defaults.</exception>
    public static string Of(string binary, string? configured)
    {
        var file = new FileInfo(binary);
        var archive = (file.ResolveLinkTarget(returnFinalTarget: true) ?? file) is FileInfo { Directory.Parent.FullName: var parent } ? parent : null;
        string[] candidates = configured is { Length: > 0 } ? [configured] : archive is null ? [Packaged] : [archive, Packaged];
        return candidates.FirstOrDefault(home => File.Exists(Path.Join(home, "conf", "defaults.ini")))
            ?? throw new DistributedApplicationException(
                $"'{binary}' needs Grafana's home, but conf/defaults.ini is not below {string.Join(" or ", candidates)}. Say where it lies with {ConfigurationKey}.");
    }
}
