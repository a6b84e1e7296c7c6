using Kthena.ServiceDefaults.CommandLine;

namespace Kthena.Lookout.CommandLine;

/// <summary>The command line: the program's settings by short names, and every setting as <c>--Section:Key=value</c>.</summary>
internal static class LookoutCommand
{
    private const string Description = """
        Shows Grafana dashboards, alerts and silences in the browser, from Prometheus and Alertmanager alone.

        Every setting can be given as --Section:Key=value too, such as --Metrics:Port=9100.
        Exit codes: 0 stopped, 1 a folder or a port cannot be had, 2 wrong usage.
        """;

    /// <summary>Turns the command line into settings and runs the program with them.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="runAsync">Runs with arguments of the form <c>--Key=value</c>; returns the exit code.</param>
    /// <param name="error">Where wrong usage is said.</param>
    public static Task<int> InvokeAsync(string[] args, Func<string[], Task<int>> runAsync, TextWriter error) =>
        new SettingsCommand("lookout", Description, CommandOptions.All).InvokeAsync(args, runAsync, error);
}
