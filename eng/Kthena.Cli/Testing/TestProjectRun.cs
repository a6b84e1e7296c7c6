using System.Diagnostics;
using System.Xml;

namespace Kthena.Cli.Testing;

/// <summary>
/// Runs one built test project and reads its results. An xunit v3 project is its own program: started as such it takes a
/// tenth of the time that <c>dotnet test</c> takes, and a crash shows at once.
/// </summary>
internal sealed class TestProjectRun(string resultsRoot, string? filter, TimeProvider time)
{
    /// <summary>Tells the test program where it may leave what it wants to be printed: <see cref="TestSummary"/>.</summary>
    private const string ResultsVariable = "KTHENA_TEST_RESULTS";

    private static readonly TimeSpan s_hung = TimeSpan.FromMinutes(20);

    /// <summary>The project's tests. A run that crashed, hung or left no results counts as one more failed test that says so.</summary>
    public async Task<IReadOnlyList<TestResult>> RunAsync(TestProject project, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(resultsRoot, project.Name);
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, "output.log");
        if (!File.Exists(project.AssemblyPath))
            return [Broken(project, $"{project.AssemblyPath} was not built")];

        var trx = Path.Combine(folder, "results.trx");
        var exitCode = await RunProcessAsync(project, trx, log, cancellationToken);
        var end = exitCode is null ? $"was ended after {s_hung.TotalMinutes} minutes" : $"ended with exit code {exitCode}";
        if (!File.Exists(trx))
            return [Broken(project, $"the test program {end} and left no results; from {log}:{Environment.NewLine}{Excerpt(log)}")];
        try
        {
            var tests = TrxFile.Read(trx);
            var explained = exitCode == (tests.Any(t => t.Outcome == TestOutcome.Failed) ? 1 : 0);
            return explained ? tests : [.. tests, Broken(project, $"the test program {end}; from {log}:{Environment.NewLine}{Excerpt(log)}")];
        }
        catch (XmlException e)
        {
            return [Broken(project, $"the test program {end}, its results are cut off: {e.Message}")];
        }
    }

    private async Task<int?> RunProcessAsync(TestProject project, string trx, string log, CancellationToken cancellationToken)
    {
        string[] filters = filter is null ? [] : ["-method", $"*{filter}*"];
        var start = new ProcessStartInfo("dotnet", [project.AssemblyPath, "-noLogo", "-noColor", "-trx", trx, .. filters])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [ResultsVariable] = Path.GetDirectoryName(trx)! },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        await using var file = File.Create(log);
        var sink = Stream.Synchronized(file);
        using var stopCopying = new CancellationTokenSource();
        var copies = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(sink, stopCopying.Token),
            process.StandardError.BaseStream.CopyToAsync(sink, stopCopying.Token));
        using var hung = new CancellationTokenSource(s_hung, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(hung.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(stop.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
        finally
        {
            // A process that outlives the test program may hold its pipes: the log is then cut, the run goes on.
            stopCopying.CancelAfter(TimeSpan.FromSeconds(5));
            await copies.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static TestResult Broken(TestProject project, string message) => new($"{project.Name} (the whole project)", TestOutcome.Failed, message);

    // A crash says why in its first lines, a hang in its last.
    private static string Excerpt(string log)
    {
        var lines = File.ReadAllLines(log).Select(l => l.Length > 200 ? l[..200] + "..." : l).ToList();
        return string.Join(Environment.NewLine, lines.Count <= 40 ? lines : [.. lines.Take(20), "...", .. lines.TakeLast(20)]);
    }
}
