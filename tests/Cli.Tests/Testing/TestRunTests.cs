using System.Runtime.InteropServices;

namespace Kthena.Cli.Tests.Testing;

/// <summary>The verb 'test' over a repository whose test programs are played by a script in dotnet's place.</summary>
public sealed class TestRunTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    [Fact]
    public async Task The_last_line_sums_up_all_projects_and_failures_and_skips_say_why()
    {
        AddProject("A.Tests", 1, Trx(("A.Adds", "Passed", ""), ("A.Breaks", "Failed", "<ErrorInfo><Message>1 is not 2</Message></ErrorInfo>")));
        AddProject("B.Tests", 0, Trx(("B.Works", "Passed", ""), ("B.Waits", "NotExecuted", "<StdOut>no engine here</StdOut>")));

        var run = await TestAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("2 passed, 1 failed, 1 skipped", LastLine(run));
        Assert.Matches(@"FAILED +A\.Breaks\n +1 is not 2", run.Output);
        Assert.Matches(@"skipped +B\.Waits: no engine here", run.Output);
    }

    [Fact]
    public async Task A_run_without_failures_is_a_success()
    {
        AddProject("A.Tests", 0, Trx(("A.Adds", "Passed", "")));

        var run = await TestAsync();

        Assert.Equal((0, "1 passed, 0 failed, 0 skipped"), (run.ExitCode, LastLine(run)));
    }

    [Theory]
    [InlineData(134)]
    [InlineData(0)]
    public async Task A_test_program_that_leaves_no_results_is_a_failure_that_shows_what_it_said(int exitCode)
    {
        AddProject("A.Tests", exitCode, trx: null);
        AddProject("B.Tests", 0, Trx(("B.Works", "Passed", "")));

        var run = await TestAsync();

        Assert.Equal((1, "1 passed, 1 failed, 0 skipped"), (run.ExitCode, LastLine(run)));
        Assert.Contains($"exit code {exitCode}", run.Output, StringComparison.Ordinal);
        Assert.Contains("last words of A.Tests", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exit_code_that_the_results_do_not_explain_is_a_failure()
    {
        AddProject("A.Tests", 3, Trx(("A.Adds", "Passed", "")));

        var run = await TestAsync();

        Assert.Equal((1, "1 passed, 1 failed, 0 skipped"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public async Task Results_that_are_cut_off_are_a_failure()
    {
        AddProject("A.Tests", 0, Trx(("A.Adds", "Passed", ""))[..^20]);

        var run = await TestAsync();

        Assert.Equal((1, "0 passed, 1 failed, 0 skipped"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public async Task A_project_that_was_not_built_is_a_failure()
    {
        _root.Write("tests/A.Tests/A.Tests.csproj", "");

        var run = await TestAsync();

        Assert.Equal((1, "0 passed, 1 failed, 0 skipped"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public async Task Nothing_run_is_a_failure()
    {
        AddProject("A.Tests", 0, Trx());
        AddProject("B.Tests", 0, Trx(("B.Waits", "NotExecuted", "")));

        var run = await TestAsync();

        Assert.Equal((1, "0 passed, 0 failed, 1 skipped"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public async Task Results_of_an_earlier_run_never_count()
    {
        AddProject("A.Tests", 0, trx: null);
        _root.Write("artifacts/test-results/A.Tests/results.trx", Trx(("A.Adds", "Passed", "")));

        var run = await TestAsync();

        Assert.Equal((1, "0 passed, 1 failed, 0 skipped"), (run.ExitCode, LastLine(run)));
    }

    [Fact]
    public async Task Words_choose_projects_and_an_unknown_word_names_those_there_are()
    {
        AddProject("A.Tests", 0, Trx(("A.Adds", "Passed", "")));
        AddProject("B.Tests", 0, Trx(("B.Works", "Passed", ""), ("B.Works.Too", "Passed", "")));

        Assert.Equal("2 passed, 0 failed, 0 skipped", LastLine(await TestAsync("b.")));
        var unknown = await TestAsync("C");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("A.Tests, B.Tests", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_is_passed_on_as_part_of_a_test_name()
    {
        AddProject("A.Tests", 0, Trx(("A.Adds", "Passed", "")));

        await TestAsync("--filter", "Adds");

        Assert.Contains("-method *Adds*", await File.ReadAllTextAsync(_root.Combine("arguments"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_project_measured_is_printed_before_the_last_line()
    {
        AddProject("A.Tests", 0, Trx(("A.Adds", "Passed", "")));
        _root.Write("A.Tests.summary", "alert  ratio");

        var run = await TestAsync();

        Assert.Equal(["alert  ratio", "1 passed, 0 failed, 0 skipped"], run.Output.TrimEnd().Split('\n')[^2..]);
    }

    public void Dispose() => _root.Dispose();

    private static string LastLine(ProcessRun run) => run.Output.TrimEnd().Split('\n')[^1];

    private static string Trx(params (string Name, string Outcome, string Output)[] tests) =>
        $"""
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
        {string.Join('\n', tests.Select(t => $"""<UnitTestResult testName="{t.Name}" outcome="{t.Outcome}"><Output>{t.Output}</Output></UnitTestResult>"""))}
        </Results></TestRun>
        """;

    private void AddProject(string name, int exitCode, string? trx)
    {
        _root.Write($"tests/{name}/{name}.csproj", "");
        _root.Write($"artifacts/bin/{name}/release/{name}.dll", "");
        _root.Write($"{name}.exit", $"{exitCode}");
        if (trx is not null)
            _root.Write($"{name}.trx", trx);
    }

    // The script finds the project's name in the path of the assembly, and the file to write after '-trx'.
    private async Task<ProcessRun> TestAsync(params string[] arguments)
    {
        _root.WriteScript("bin/dotnet", $"""
            cd '{_root.Path}'
            echo "$@" >arguments
            name=$(basename "$1" .dll)
            echo "last words of $name"
            if [ -f "$name.trx" ]; then cp "$name.trx" "$5"; fi
            if [ -f "$name.summary" ]; then cp "$name.summary" "$KTHENA_TEST_RESULTS/summary.txt"; fi
            exit "$(cat "$name.exit")"
            """);
        // Its own program, not 'dotnet Kthena.Cli.dll': a process finds 'dotnet' beside its own program before PATH.
        var cli = Path.Combine(AppContext.BaseDirectory, "Kthena.Cli");
        return await ProcessRun.OfAsync(cli, ["test", "--root", _root.Path, .. arguments], environment: new Dictionary<string, string>
        {
            ["PATH"] = $"{_root.Combine("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        });
    }
}
