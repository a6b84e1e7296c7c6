using System.Globalization;

namespace Kthena.Cli.Testing;

/// <summary>Prints the progress of a test run: a line per project, what failed and why, what was skipped and why, the sum.</summary>
internal sealed class TestReport(TextWriter output)
{
    private int _passed;
    private int _failed;
    private int _skipped;

    public async Task StartAsync(TestProject project)
    {
        await output.WriteAsync($"{project.Name} ... ");
        await output.FlushAsync();
    }

    public async Task EndAsync(IReadOnlyList<TestResult> tests, TimeSpan elapsed)
    {
        var (passed, failed, skipped) = (Count(tests, TestOutcome.Passed), Count(tests, TestOutcome.Failed), Count(tests, TestOutcome.Skipped));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Sum(passed, failed, skipped)}  ({elapsed.TotalSeconds:0.0} s)"));
        foreach (var test in tests.Where(t => t.Outcome == TestOutcome.Skipped))
            await output.WriteLineAsync($"  skipped  {test.Name}: {test.Message.ReplaceLineEndings(" ")}");
        foreach (var test in tests.Where(t => t.Outcome == TestOutcome.Failed))
            await output.WriteLineAsync($"  FAILED   {test.Name}{Environment.NewLine}    {test.Message.ReplaceLineEndings(Environment.NewLine + "    ")}");
        _passed += passed;
        _failed += failed;
        _skipped += skipped;
    }

    /// <summary>Prints the last line; the exit code is a success only when something ran and nothing failed.</summary>
    public async Task<int> CloseAsync()
    {
        if (_passed + _failed == 0)
            await output.WriteLineAsync("no test ran");
        await output.WriteLineAsync(Sum(_passed, _failed, _skipped));
        return _failed == 0 && _passed > 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static int Count(IReadOnlyList<TestResult> tests, TestOutcome outcome) => tests.Count(t => t.Outcome == outcome);

    private static string Sum(int passed, int failed, int skipped) => $"{passed} passed, {failed} failed, {skipped} skipped";
}
