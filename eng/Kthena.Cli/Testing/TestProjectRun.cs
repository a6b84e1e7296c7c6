using System.Diagnostics;
using System.Xml;

namespace Kthena.Cli.Testing;

/// <summary>Runs one built test project in a process of its own and reads its results.</summary>
internal sealed class TestProjectRun(string resultsRoot, string? filter, TimeProvider time)
{
    private static readonly TimeSpan s_hungTest = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan s_hungProject = TimeSpan.FromMinutes(30);

    /// <summary>The project's tests. A run that crashed, hung or left no results counts as one more failed test that says so.</summary>
    public async Task<IReadOnlyList<TestResult>> RunAsync(TestProject project, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(resultsRoot, project.Name);
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, "output.log");
        if (!File.Exists(project.AssemblyPath))
            return [Broken(project, $"{project.AssemblyPath} was not built")];

        var exit = await RunProcessAsync(project, folder, log, cancellationToken);
        var trx = Path.Combine(folder, "results.trx");
        if (!File.Exists(trx))
            return [Broken(project, $"the test host ended ({exit}) without results; the end of {log}:{Environment.NewLine}{Tail(log)}")];
        try
        {
            var (tests, errors) = TrxFile.Read(trx);
            return exit == "exit code 0" || tests.Any(t => t.Outcome == TestOutcome.Failed)
                ? tests
                : [.. tests, Broken(project, $"the test host ended with {exit}: {string.Join(Environment.NewLine, errors)}{Environment.NewLine}{Tail(log)}")];
        }
        catch (XmlException e)
        {
            return [Broken(project, $"the test host ended ({exit}) and left results that are cut off: {e.Message}")];
        }
    }

    private async Task<string> RunProcessAsync(TestProject project, string folder, string log, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        string[] arguments =
        [
            "test", project.AssemblyPath, "--logger", "trx;LogFileName=results.trx", "--results-directory", folder,
            "--blame-hang-timeout", $"{s_hungTest.TotalMinutes}m", "--blame-hang-dump-type", "none",
            .. filter is null ? Array.Empty<string>() : ["--filter", filter],
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        await using var file = File.Create(log);
        var copies = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Synchronized(file), CancellationToken.None),
            process.StandardError.BaseStream.CopyToAsync(Stream.Synchronized(file), CancellationToken.None));
        using var bound = new CancellationTokenSource(s_hungProject, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token);
            return $"exit code {process.ExitCode}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return $"no end after {s_hungProject.TotalMinutes} minutes";
        }
        finally
        {
            // A process that outlives the host may hold its pipe: the log is then cut, the run goes on.
            await Task.WhenAny(copies, Task.Delay(TimeSpan.FromSeconds(5), time, CancellationToken.None));
        }
    }

    private static TestResult Broken(TestProject project, string message) => new($"{project.Name} (the whole project)", TestOutcome.Failed, message);

    private static string Tail(string log) => File.Exists(log) ? string.Join(Environment.NewLine, File.ReadLines(log).TakeLast(40)) : "";
}
