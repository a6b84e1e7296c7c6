using System.Diagnostics;

namespace Kthena.Tests;

/// <summary>Prometheus' own checker, from the repository's tools or from PATH.</summary>
internal static class Promtool
{
    /// <summary>Asserts that <c>promtool check metrics</c> has nothing to say about an exposition in the text format.</summary>
    public static async Task AssertCleanAsync(string exposition, CancellationToken cancellationToken)
    {
        var promtool = Find();
        Assert.SkipWhen(promtool is null, "promtool is neither in .tools/bin nor on PATH: run ./kthena setup.");

        using var process = Process.Start(new ProcessStartInfo(promtool!, ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(exposition.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        Assert.Equal("", await output + await errors);
        Assert.Equal(0, process.ExitCode);
    }

    private static string? Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Kthena.Aspire.sln")))
            root = root.Parent;

        string[] folders =
        [
            .. root is null ? [] : new[] { Path.Combine(root.FullName, ".tools", "bin") },
            .. Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [],
        ];
        return folders.Select(folder => Path.Combine(folder, "promtool")).FirstOrDefault(File.Exists);
    }
}
