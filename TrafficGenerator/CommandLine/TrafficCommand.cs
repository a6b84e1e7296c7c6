using Kthena.ServiceDefaults.CommandLine;

namespace Kthena.TrafficGenerator.CommandLine;

/// <summary>The command line: some settings by short names, and every setting as <c>--Section:Key=value</c>.</summary>
internal static class TrafficCommand
{
    private const string Description = """
        Sends seeded requests to a model server in an open loop and measures what its client sees.

        Every setting can be given as --Section:Key=value too, such as --Traffic:Wave:Amplitude=0 or --Traffic:Models:my-model=2.
        Exit codes: 0 done, 1 the report could not be written, 2 wrong usage, 3 nothing was answered.
        """;

    /// <summary>Turns the command line into settings and runs the program with them.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="runAsync">Runs with arguments of the form <c>--Key=value</c>; returns the exit code.</param>
    /// <param name="error">Where wrong usage is said.</param>
    public static Task<int> InvokeAsync(string[] args, Func<string[], Task<int>> runAsync, TextWriter error) =>
        new SettingsCommand("traffic", Description, CommandOptions.All).InvokeAsync(args, runAsync, error);
}
