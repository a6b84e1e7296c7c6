using System.CommandLine;
using System.Text.Json;

namespace Kthena.Cli.Status;

/// <summary><c>./kthena status [--json]</c>: the running graph's resources, as a table or as JSON.</summary>
internal static class StatusCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var root = KthenaCommand.RootOption();
        var json = new Option<bool>("--json") { Description = "Print JSON instead of a table." };
        var command = new Command("status", "Print the running graph's resources; exit 3 when nothing runs.") { root, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var state = AppHostState.Read(parsed.GetRequiredValue(root).FullName);
                var resources = await AppHostClient.GetResourcesAsync(state, cancellationToken);
                if (parsed.GetValue(json))
                    await output.WriteLineAsync(JsonSerializer.Serialize(resources, s_json));
                else
                    ResourceTable.Write(resources, output);
                return ExitCodes.Success;
            }
            catch (StatusException e)
            {
                await error.WriteLineAsync(e.Message);
                return ExitCodes.NothingRuns;
            }
        });
        return command;
    }
}
