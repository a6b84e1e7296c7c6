using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;

namespace Aspire.Hosting.Reload;

/// <summary>Asks a tool's own checker (promtool, amtool) about the files before they are loaded.</summary>
internal sealed class ConfigCheck(string command, IReadOnlyList<string> arguments, string file)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong, in the checker's words; null when nothing is.</summary>
    public async Task<string?> FindErrorAsync(IResource resource, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command, [.. arguments, PathOf(resource)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode == 0 ? null : ConfigTree.NameSources(resource, Failure(await error, await output));
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            cancellationToken.ThrowIfCancellationRequested();
            return $"{Path.GetFileName(command)} did not answer within {s_timeout.TotalSeconds:0} s";
        }
    }

    // A file that the graph renders for the tool is checked where its author wrote it, so that the lines named are his.
    private string PathOf(IResource resource) => resource.TryGetLastAnnotation<ConfigSourceAnnotation>(out var source)
        ? Path.Join(source.Directory, file)
        : Path.Join(resource.ConfigRoot().HostRoot, "config", file);

    // promtool tells of failures on standard error, amtool on standard output; what passed is of no interest.
    private static string Failure(string error, string output) => string.Join(' ', $"{output}\n{error}"
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.Contains("SUCCESS", StringComparison.Ordinal))
        .Where(line => !line.StartsWith("Checking ", StringComparison.Ordinal) || line.Contains("FAILED", StringComparison.Ordinal)));
}
