using Kthena.ServiceDefaults.CommandLine;

namespace Kthena.TrafficGenerator.CommandLine;

/// <summary>The settings that have a short name.</summary>
internal static class CommandOptions
{
    public static IReadOnlyList<SettingOption> All { get; } =
    [
        new("--server", "Traffic:Server", "URL", "The model server, such as http://127.0.0.1:8000. Default: the service model-server of the graph."),
        new("--profile", "Traffic:Profile", "NAME", "How the rate goes: steady, wave (a day in minutes), burst or overload. Default: wave."),
        new("--rps", "Traffic:RequestsPerSecond", "N", "The mean rate; overload sends a multiple of it. Default: 20."),
        new("--duration", "Traffic:Duration", "TIME", "Send for so long, print a report and end: 30s, 10m. Default: until stopped."),
        new("--report", "Traffic:Report", "FILE", "Write the final report there as JSON."),
        new("--report-interval", "Traffic:ReportInterval", "TIME", "Log a line so often; 0 for never. Default: 1m."),
        new("--seed", "Traffic:Seed", "N", "The same seed and settings send the same requests at the same times. Default: 1."),
        new("--arrivals", "Traffic:Arrivals", "NAME", "poisson or constant. Default: poisson."),
        new("--max-in-flight", "Traffic:MaxInFlight", "N", "Drop requests beyond so many that wait for their answers. Default: 1024."),
        new("--deadline", "Traffic:Deadline", "TIME", "Give an unanswered request up. Default: 10s."),
        new("--urls", "urls", "URLS", "Where /metrics and /healthz are served. Default with --server: a free port of 127.0.0.1."),
    ];
}
