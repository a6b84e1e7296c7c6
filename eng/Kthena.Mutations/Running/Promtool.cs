using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kthena.Mutations.Running;

/// <summary>Prometheus' own checker of rules.</summary>
/// <param name="path">The program.</param>
public sealed class Promtool(string path)
{
    private const int FilesAtOnce = 100;

    // A case file takes a tenth of a second, those over days of series a few seconds.
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(2);

    /// <summary>The program in <c>.tools/bin</c> of a repository, or on PATH.</summary>
    /// <exception cref="MutationException">There is none.</exception>
    public static Promtool Find(string root) =>
        new((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend(Path.Join(root, ".tools", "bin"))
            .Select(f => Path.Join(f, "promtool")).FirstOrDefault(File.Exists)
            ?? throw new MutationException("promtool is neither in .tools/bin nor on PATH; get it with: ./kthena setup"));

    /// <summary>
    /// Runs the cases of a file that have one of these names, all of them without: null when they hold, otherwise what was said. Cases that do
    /// not end within 2 minutes do not hold.
    /// </summary>
    public async Task<string?> TestAsync(string file, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        try
        {
            var (exitCode, output) = await RunAsync(["test", "rules", .. names.Select(n => $"--run=^{Regex.Escape(n)}$"), file], timeout.Token);
            return exitCode == 0 ? null : output;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{file} did not end within {s_timeout.TotalMinutes} minutes";
        }
    }

    /// <summary>Those of the rule files that Prometheus would load.</summary>
    public async Task<IReadOnlySet<string>> LoadableAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var loadable = new HashSet<string>();
        foreach (var some in files.Chunk(FilesAtOnce))
        {
            var (_, output) = await RunAsync(["check", "rules", "--lint=none", .. some], cancellationToken);
            var lines = output.Split('\n');
            loadable.UnionWith(lines.Zip(lines.Skip(1)).Where(p => p.Second.StartsWith("  SUCCESS", StringComparison.Ordinal))
                .Select(p => p.First.Replace("Checking ", "", StringComparison.Ordinal)));
        }

        return loadable;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
