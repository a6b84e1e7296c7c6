using System.Diagnostics;

namespace Kthena.StackTesting;

/// <summary>Runs the real tools: those in <c>.tools/bin</c> of the repository, or on PATH.</summary>
public static class Tools
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    /// <exception cref="FileNotFoundException">The tool is missing.</exception>
    public static string Find(string tool)
        => TryFind(tool) ?? throw new FileNotFoundException($"'{tool}' is neither in .tools/bin nor on PATH. Get it with: ./kthena setup");

    /// <summary>Null when the tool is missing.</summary>
    public static string? TryFind(string tool)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend(Path.Join(Repository.Root, ".tools", "bin"))
            .Select(folder => Path.Join(folder, tool)).FirstOrDefault(File.Exists);

    public static Task<(int ExitCode, string Output)> RunAsync(string tool, IEnumerable<string> arguments, CancellationToken cancellationToken)
        => RunAsync(tool, arguments, "", cancellationToken);

    /// <summary>Runs a tool with a text on its standard input.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string tool, IEnumerable<string> arguments, string input, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        using var process = Process.Start(new ProcessStartInfo(Find(tool), arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), timeout.Token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of it; its exit code says why.
        }

        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await output + await error);
    }
}
