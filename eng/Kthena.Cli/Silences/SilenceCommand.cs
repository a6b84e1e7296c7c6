using System.CommandLine;
using Kthena.Cli.Status;

namespace Kthena.Cli.Silences;

/// <summary><c>./kthena silence</c>: creates, lists and ends silences over Alertmanager's API v2.</summary>
internal static class SilenceCommand
{
    public static Command Create()
    {
        var root = KthenaCommand.RootOption();
        var alertmanager = new Option<string?>("--alertmanager") { Description = "The URL of an Alertmanager; that of the running graph when left out." };
        var list = new Option<bool>("--list") { Description = "List the silences in force and to come." };
        var expire = new Option<string?>("--expire") { Description = "End the silence with this id." };
        var options = new SilenceOptions();
        var command = new Command("silence", "Create, list or end silences; exit 3 when no Alertmanager answers.") { root, alertmanager, list, expire };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var (listing, ended) = (parsed.GetValue(list), parsed.GetValue(expire));
                if ((listing ? 1 : 0) + (ended is null ? 0 : 1) + (options.AreIn(parsed) ? 1 : 0) > 1)
                    throw new UsageException("--list, --expire and a new silence are three things: ask for one");
                var silence = listing || ended is not null ? null : options.Read(parsed, TimeProvider.System.GetUtcNow());
                using var client = new AlertmanagerClient(
                    await AlertmanagerUrl.FindAsync(parsed.GetValue(alertmanager), parsed.GetRequiredValue(root).FullName, cancellationToken));

                if (silence is not null)
                    await output.WriteLineAsync($"{await client.CreateAsync(silence, cancellationToken)} from {SilenceTable.Time(silence.StartsAt)} until {SilenceTable.Time(silence.EndsAt)}: {string.Join(", ", silence.Matchers)}");
                else if (ended is not null)
                    await client.ExpireAsync(ended, cancellationToken);
                else
                    SilenceTable.Write(await client.ListAsync(cancellationToken), output);
                return ExitCodes.Success;
            }
            catch (Exception e) when (e is UsageException or StatusException or AlertmanagerException)
            {
                await error.WriteLineAsync($"kthena: {e.Message}");
                return e is UsageException ? ExitCodes.BadUsage : e is StatusException ? ExitCodes.NothingRuns : ExitCodes.Failure;
            }
        });
        return command;
    }
}
