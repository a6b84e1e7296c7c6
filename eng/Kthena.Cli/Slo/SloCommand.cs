using System.CommandLine;
using Kthena.Slo.Specs;

namespace Kthena.Cli.Slo;

/// <summary><c>./kthena slo [check|generate [spec ...] [--output FOLDER]]</c>: rules of service level objectives.</summary>
internal static class SloCommand
{
    public static Command Create()
    {
        var root = KthenaCommand.RootOption();
        root.Recursive = true;
        var command = new Command("slo", "Make rules of service level objectives, or check those committed (which is what it does without a word).")
        {
            root,
            CreateVerb(root, "check", "Check that the rules are what 'generate' would write; exit 1 when they are not.", (run, token) => run.CheckAsync(token)),
            CreateVerb(root, "generate", "Write the rules.", (run, token) => run.GenerateAsync(token)),
        };
        command.SetAction((parsed, token) => RunAsync(parsed, parsed.GetRequiredValue(root), [], output: null, (run, t) => run.CheckAsync(t), token));
        return command;
    }

    private static Command CreateVerb(Option<DirectoryInfo> root, string name, string description, Func<SloRun, CancellationToken, Task<int>> verb)
    {
        var specs = new Argument<string[]>("spec") { Description = "Specifications in one of Sloth's forms; those in rules/slo without." };
        var output = new Option<string?>("--output") { Description = "The folder of the rules; rules/generated without." };
        var command = new Command(name, description) { specs, output };
        command.SetAction((parsed, token) =>
            RunAsync(parsed, parsed.GetRequiredValue(root), parsed.GetValue(specs) ?? [], parsed.GetValue(output), verb, token));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, DirectoryInfo root, string[] specs, string? output, Func<SloRun, CancellationToken, Task<int>> verb, CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            var files = SloFile.Find(root.FullName, specs, output);
            return await verb(new(files, Promtool.Find(root.FullName), parsed.InvocationConfiguration.Output, error), cancellationToken);
        }
        catch (InvalidSpecException e)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCodes.Failure;
        }
        catch (ArgumentException e)
        {
            await error.WriteLineAsync("kthena: " + e.Message);
            return ExitCodes.BadUsage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync("kthena: " + e.Message);
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
    }
}
