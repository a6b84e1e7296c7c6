using System.CommandLine;

namespace Kthena.TrafficGenerator.CommandLine;

/// <summary>The command line: some settings by short names, and every setting as <c>--Section:Key=value</c>.</summary>
internal static class TrafficCommand
{
    private const string Description = """
        Sends seeded requests to a model server in an open loop and measures what its client sees.

        Every setting can be given as --Section:Key=value too, such as --Traffic:Wave:Amplitude=0 or --Traffic:Models:my-model=2.
        Exit codes: 0 done, 1 the report could not be written, 2 wrong usage, 3 nothing was answered.
        """;

    // Settings of the host itself, which have no section.
    private static readonly string[] s_hostKeys = ["environment", "contentRoot", "applicationName"];

    // The host knows what to do on SIGTERM and how long it may take.
    private static readonly InvocationConfiguration s_host = new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };

    /// <summary>Turns the command line into settings and runs the program with them.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="runAsync">Runs with arguments of the form <c>--Key=value</c>; returns the exit code.</param>
    /// <param name="error">Where wrong usage is said.</param>
    public static async Task<int> InvokeAsync(string[] args, Func<string[], Task<int>> runAsync, TextWriter error)
    {
        var root = new RootCommand(Description) { TreatUnmatchedTokensAsErrors = false };
        var options = TrafficOption.All.ToDictionary(option => new Option<string>(option.Name) { Description = option.Description, HelpName = option.Value });
        foreach (var option in options.Keys)
            root.Options.Add(option);

        root.SetAction((parsed, _) => runAsync(
            [.. parsed.UnmatchedTokens, .. options.Where(o => parsed.GetResult(o.Key) is not null).Select(o => $"--{o.Value.Key}={parsed.GetValue(o.Key)}")]));

        var result = root.Parse(args);
        string[] errors = [.. result.Errors.Select(e => e.Message), .. result.UnmatchedTokens.Where(token => !IsSetting(token)).Select(Unknown)];
        if (errors.Length == 0)
            return await result.InvokeAsync(s_host);
        await error.WriteLineAsync("traffic: " + string.Join(" ", errors));
        return ExitCodes.BadUsage;
    }

    private static bool IsSetting(string token)
    {
        var end = token.IndexOf('=', StringComparison.Ordinal);
        if (end < 0 || !token.StartsWith("--", StringComparison.Ordinal))
            return false;
        // Without a value it sets nothing: who hands a whole configuration on names its sections so.
        var key = token[2..end];
        return end == token.Length - 1 || key.Contains(':', StringComparison.Ordinal) || s_hostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }

    private static string Unknown(string token) => $"'{token}' is no option: --help lists them, and a setting is --Section:Key=value.";
}
