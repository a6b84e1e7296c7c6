using System.CommandLine;

namespace Kthena.ServiceDefaults.CommandLine;

/// <summary>A service's command line: some settings by short names, and every setting as <c>--Section:Key=value</c>.</summary>
/// <param name="program">The program's name, which wrong usage is said with.</param>
/// <param name="description">What the help says of the program.</param>
/// <param name="options">The settings that have a short name.</param>
public sealed class SettingsCommand(string program, string description, IReadOnlyList<SettingOption> options)
{
    /// <summary>The exit code of wrong usage.</summary>
    public const int BadUsage = 2;

    // Settings of the host itself, which have no section.
    private static readonly string[] s_hostKeys = ["environment", "contentRoot", "applicationName", "AllowedHosts"];

    // The host knows what to do on SIGTERM and how long it may take.
    private static readonly InvocationConfiguration s_host = new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };

    /// <summary>Turns the command line into settings and runs the program with them.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="runAsync">Runs with arguments of the form <c>--Key=value</c>; returns the exit code.</param>
    /// <param name="error">Where wrong usage is said.</param>
    /// <returns>The program's exit code, or <see cref="BadUsage"/>.</returns>
    public async Task<int> InvokeAsync(string[] args, Func<string[], Task<int>> runAsync, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(runAsync);
        ArgumentNullException.ThrowIfNull(error);
        var root = new RootCommand(description) { TreatUnmatchedTokensAsErrors = false };
        var known = options.ToDictionary(option => new Option<string>(option.Name) { Description = option.Description, HelpName = option.Value });
        foreach (var option in known.Keys)
            root.Options.Add(option);

        root.SetAction((parsed, _) => runAsync(
            [.. parsed.UnmatchedTokens, .. known.Where(o => parsed.GetResult(o.Key) is not null).Select(o => $"--{o.Value.Key}={parsed.GetValue(o.Key)}")]));

        var result = root.Parse(args);
        string[] errors = [.. result.Errors.Select(e => e.Message), .. result.UnmatchedTokens.Where(token => !IsSetting(token)).Select(Unknown)];
        if (errors.Length == 0)
            return await result.InvokeAsync(s_host);
        await error.WriteLineAsync($"{program}: {string.Join(" ", errors)}");
        return BadUsage;
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
