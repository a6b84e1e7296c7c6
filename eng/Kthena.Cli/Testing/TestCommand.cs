using System.CommandLine;

namespace Kthena.Cli.Testing;

/// <summary><c>./kthena test [project ...] [--filter TEXT]</c>: runs the built test projects one after another and sums up.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var root = KthenaCommand.RootOption();
        var projects = new Argument<string[]>("project") { Description = "Words that the names of the projects to run contain; all run without." };
        var filter = new Option<string?>("--filter") { Description = "Runs only the tests whose full names contain this." };
        var command = new Command("test", "Run the test projects; ends with 'N passed, N failed, N skipped'.") { root, projects, filter };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(root).FullName;
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var selected = TestProject.Select(TestProject.FindAll(folder), parsed.GetValue(projects) ?? []);
                return await RunAsync(selected, Path.Combine(folder, "artifacts", "test-results"), parsed.GetValue(filter), output, cancellationToken);
            }
            catch (ArgumentException e)
            {
                await error.WriteLineAsync("kthena: " + e.Message);
                return ExitCodes.BadUsage;
            }
            catch (OperationCanceledException)
            {
                return ExitCodes.Cancelled;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<TestProject> projects, string results, string? filter, TextWriter output, CancellationToken cancellationToken)
    {
        if (Directory.Exists(results))
            Directory.Delete(results, recursive: true);
        var run = new TestProjectRun(results, filter, TimeProvider.System);
        var report = new TestReport(output);
        foreach (var project in projects)
        {
            await report.StartAsync(project);
            var start = TimeProvider.System.GetTimestamp();
            var tests = await run.RunAsync(project, cancellationToken);
            await report.EndAsync(tests, TimeProvider.System.GetElapsedTime(start));
        }

        foreach (var summary in projects.Select(project => TestSummary.Read(results, project)).OfType<string>())
            await output.WriteLineAsync(summary);
        return await report.CloseAsync();
    }
}
