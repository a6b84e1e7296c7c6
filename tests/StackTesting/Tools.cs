using System.Diagnostics;

namespace Kthena.StackTesting;

/// <summary>Runs the real tools: those in <c>.tools/bin</c> of the repository, or on PATH.</summary>
public static class Tools
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    /// <exception cref="FileNotFoundException">The tool is missing.</exception>
    public static string Find(string tool)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend(Path.Join(Repository.Root, ".tools", "bin"))
            .Select(folder => Path.Join(folder, tool)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"'{tool}' is neither in .tools/bin nor on PATH. Get it with: ./kthena setup");

    public static async Task<(int ExitCode, string Output)> RunAsync(string tool, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        using var process = Process.Start(new ProcessStartInfo(Find(tool), arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await output + await error);
    }
}
