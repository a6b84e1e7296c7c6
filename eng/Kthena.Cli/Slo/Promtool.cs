using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kthena.Cli.Slo;

/// <summary>Prometheus' own checker of rules.</summary>
internal sealed partial class Promtool
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(1);

    private readonly string _path;

    private Promtool(string path) => _path = path;

    /// <summary>That of <c>.tools/bin</c>, else that on PATH; null when there is none.</summary>
    public static Promtool? Find(string root)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Prepend(Path.Join(root, ".tools", "bin"))
            .Select(folder => Path.Join(folder, "promtool"))
            .Where(File.Exists)
            .Select(path => new Promtool(path))
            .FirstOrDefault();

    /// <summary>What is wrong with a file of rules, once per group; empty when Prometheus would load it.</summary>
    /// <exception cref="IOException">It did not end within a minute.</exception>
    public async Task<IReadOnlyList<(string Group, string Message)>> CheckRulesAsync(string rules, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(s_bound);
        using var process = Process.Start(new ProcessStartInfo(_path, ["check", "rules"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(bound.Token), process.StandardError.ReadToEndAsync(bound.Token));
            await process.StandardInput.WriteAsync(rules.AsMemory(), bound.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(bound.Token);
            return process.ExitCode == 0 ? [] : Parse(await output + await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"{_path} did not answer within a minute");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // A wrong query spoils the rules of every window; one message a group is enough.
    private static List<(string Group, string Message)> Parse(string text)
    {
        var mistakes = Mistake().Matches(text).Select(match => (Group: match.Groups["group"].Value, Message: match.Groups["message"].Value)).DistinctBy(mistake => mistake.Group).ToList();
        return mistakes.Count > 0 ? mistakes : [("", text.Trim())];
    }

    [GeneratedRegex("""group "(?<group>[^"]*)", rule \d+, (?<message>.*)""")]
    private static partial Regex Mistake();
}
