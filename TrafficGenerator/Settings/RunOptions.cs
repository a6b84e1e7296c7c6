namespace Kthena.TrafficGenerator.Settings;

/// <summary>What one run is: read once, at its start.</summary>
/// <param name="Server">Key <c>Traffic:Server</c>: the model server's http or https address; null (the default): the service <c>model-server</c>.</param>
/// <param name="Duration">Key <c>Traffic:Duration</c>, 0.1 s to 24 h: for how long to send, after which the program reports and ends; null (the default): until stopped.</param>
/// <param name="ServerTimeout">
/// Key <c>Traffic:ServerTimeout</c>, 0.1 s to 1 h, 30 s by default: how long a run with a <paramref name="Duration"/> waits for the server to
/// name a model. A run without one waits until stopped.
/// </param>
/// <param name="Report">Key <c>Traffic:Report</c>: the file that gets the final report as JSON; null (the default): none.</param>
/// <param name="ReportInterval">Key <c>Traffic:ReportInterval</c>, 0 (never) or 0.1 s to 24 h, 1 min by default: how often a line is logged.</param>
internal sealed record RunOptions(Uri? Server, TimeSpan? Duration, TimeSpan ServerTimeout, string? Report, TimeSpan ReportInterval)
{
    private static readonly TimeSpan s_day = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(0.1);

    /// <exception cref="InvalidOperationException">A setting is not what it may be; the message names it and what it may be.</exception>
    public static RunOptions Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration);
        return new(
            ReadServer(settings),
            settings.Value("Duration") is null ? null : settings.Time("Duration", default, s_least, s_day),
            settings.Time("ServerTimeout", TimeSpan.FromSeconds(30), s_least, TimeSpan.FromHours(1)),
            ReadReport(settings),
            ReadInterval(settings));
    }

    private static Uri? ReadServer(SettingReader settings) => settings.Value("Server") is not { } value
        ? null
        : Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? uri
            : throw SettingReader.Wrong("Server", value, "the server's address, such as http://127.0.0.1:8000");

    private static string? ReadReport(SettingReader settings)
    {
        if (settings.Value("Report") is not { } file)
            return null;
        // Better now than after the run.
        var full = Path.GetFullPath(file);
        return Directory.Exists(Path.GetDirectoryName(full)) && !Directory.Exists(full)
            ? full
            : throw SettingReader.Wrong("Report", file, "a file in a directory that exists");
    }

    private static TimeSpan ReadInterval(SettingReader settings)
    {
        var interval = settings.Time("ReportInterval", TimeSpan.FromMinutes(1), TimeSpan.Zero, s_day);
        return interval == TimeSpan.Zero || interval >= s_least ? interval : throw SettingReader.Wrong("ReportInterval", settings.Value("ReportInterval"), "0 (never) or at least 100ms");
    }
}
