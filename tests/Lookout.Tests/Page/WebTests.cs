using System.Diagnostics;
using System.Text.Json.Nodes;
using Kthena.StackTesting;

namespace Kthena.Lookout.Tests.Page;

/// <summary>The page's own unit tests (vitest), which lie beside its sources.</summary>
public sealed class WebTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task The_page_s_unit_tests_pass()
    {
        var report = Path.GetTempFileName();
        var output = await RunAsync("npm", ["test", "--", "--reporter=json", $"--outputFile={report}"]);
        var text = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        File.Delete(report);
        Assert.True(text.Length > 0, $"vitest left no report:\n{output}");

        var results = JsonNode.Parse(text)!;
        var failures = results["testResults"]!.AsArray().SelectMany(Failures).ToList();

        Assert.True(failures.Count == 0, $"{failures.Count} of {results["numTotalTests"]} tests failed:\n{string.Join('\n', failures)}");
        Assert.True((int)results["numPassedTests"]! > 0, $"no test ran:\n{output}");
        Assert.True((bool)results["success"]!, output);
    }

    private static IEnumerable<string> Failures(JsonNode? file)
    {
        var failed = file!["assertionResults"]!.AsArray().Where(test => (string?)test!["status"] == "failed")
            .Select(test => $"  {test!["fullName"]}: {test["failureMessages"]?.AsArray().FirstOrDefault()}").ToList();
        // A file that cannot be loaded has no tests that could fail.
        return failed.Count == 0 && (string?)file["status"] == "failed" ? [$"  {file["name"]}: {file["message"]}"] : failed;
    }

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(s_bound);
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Join(Repository.Root, "Lookout", "web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CI"] = "1" },
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return await output + await error;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
