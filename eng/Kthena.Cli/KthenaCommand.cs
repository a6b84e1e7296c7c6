using System.CommandLine;
using Kthena.Cli.Faults;
using Kthena.Cli.Mutating;
using Kthena.Cli.Silences;
using Kthena.Cli.Slo;
using Kthena.Cli.Status;
using Kthena.Cli.Testing;

namespace Kthena.Cli;

/// <summary>The part of <c>./kthena</c> that is C#: the verbs that read or run something rather than prepare it.</summary>
internal static class KthenaCommand
{
    // An interrupted verb ends what it has started and takes away what it has left; a busy machine needs more than a moment for that.
    private static readonly TimeSpan s_cleanUp = TimeSpan.FromSeconds(30);

    /// <summary>Runs one verb; what it answers goes to <paramref name="output"/>, everything else to <paramref name="error"/>.</summary>
    public static async Task<int> InvokeAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("What ./kthena runs once the build is up to date.")
        {
            FaultCommand.Create(), MutateCommand.Create(), SilenceCommand.Create(), SloCommand.Create(), StatusCommand.Create(), TestCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync("kthena: " + string.Join("; ", parsed.Errors.Select(e => e.Message)));
            return ExitCodes.BadUsage;
        }

        return await parsed.InvokeAsync(new() { Output = output, Error = error, ProcessTerminationTimeout = s_cleanUp }, cancellationToken);
    }

    /// <summary>The repository that a verb is about.</summary>
    public static Option<DirectoryInfo> RootOption() => new("--root")
    {
        Description = "The root of the repository.",
        DefaultValueFactory = _ => new DirectoryInfo(Directory.GetCurrentDirectory()),
    };
}
