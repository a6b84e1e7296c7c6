using Kthena.StackTesting;

namespace Kthena.Integration.Tests.Expositions;

/// <summary>The parser of Prometheus' Python client (https://github.com/prometheus/client_python), of the repository's tools or the system's.</summary>
internal static class OpenMetricsParser
{
    private const int Missing = 3;

    /// <summary>Null when the exposition is accepted, otherwise why it is not. Skips the test where there is no Python or no parser.</summary>
    public static async Task<string?> RefusalAsync(string exposition, CancellationToken cancellationToken)
    {
        Assert.SkipWhen(Tools.TryFind("python3") is null, "python3 is not on PATH.");

        // -B: Python leaves no compiled files among the tools.
        var (exitCode, output) = await Tools.RunAsync(
            "python3",
            ["-B", Path.Join(AppContext.BaseDirectory, "Expositions", "parse.py"), Path.Join(Repository.Root, ".tools", "python")],
            exposition,
            cancellationToken);
        Assert.SkipWhen(exitCode == Missing, $"Python has no OpenMetrics parser ({output.Trim()}). Get it with: ./kthena setup");
        return exitCode == 0 ? null : output;
    }
}
