using System.CommandLine;
using Kthena.Cli.Status;

namespace Kthena.Cli.Faults;

/// <summary><c>./kthena fault</c>: makes something fail in the running graph, lists what fails, and takes it back.</summary>
internal static class FaultCommand
{
    public static Command Create()
    {
        var root = KthenaCommand.RootOption();
        var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = $"One of {string.Join(", ", KnownFaults.Alerts.Keys)}." };
        var list = new Option<bool>("--list") { Description = "List the active faults." };
        var clear = new Option<bool>("--clear") { Description = "Take the named fault back, or all." };
        var model = new Option<string?>("--model") { Description = "The model; all when left out." };
        var time = new Option<string?>("--for") { Description = "How long, such as 30s, 5m, 1h; until it is cleared when left out." };
        var share = new Option<double?>("--share") { Description = "The share of the requests, above 0 and up to 1." };
        var value = new Option<double?>("--value") { Description = "The fault's number, such as seconds of latency." };
        var gpu = new Option<int?>("--gpu") { Description = "The index of a GPU; 0 when left out." };
        var command = new Command("fault", "Inject a fault into the running graph; exit 3 when nothing runs.") { root, name, list, clear, model, time, share, value, gpu };

        command.Validators.Add(parsed =>
        {
            var fault = parsed.GetValue(name);
            if (parsed.GetValue(list) && (fault is not null || parsed.GetValue(clear)))
                parsed.AddError("--list stands alone");
            else if (fault is null && !parsed.GetValue(list) && !parsed.GetValue(clear))
                parsed.AddError($"which fault? There are: {string.Join(", ", KnownFaults.Alerts.Keys)}");
            else if (fault is not null && !KnownFaults.Alerts.ContainsKey(fault))
                parsed.AddError($"there is no fault '{fault}'; there are: {string.Join(", ", KnownFaults.Alerts.Keys)}");
            if (parsed.GetValue(time) is { } text && !Durations.TryParse(text, out _))
                parsed.AddError($"--for {text} is no duration: give such as 30s, 5m, 1h");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var folder = parsed.GetRequiredValue(root).FullName;
                var state = AppHostState.Read(folder);
                using var client = new FaultClient(state, await AppHostClient.GetResourcesAsync(state, cancellationToken));
                if (parsed.GetValue(list))
                {
                    FaultReport.Write(await client.ListAsync(cancellationToken), output);
                }
                else if (parsed.GetValue(clear))
                {
                    await client.ClearAsync(parsed.GetValue(name), parsed.GetValue(model), parsed.GetValue(gpu), cancellationToken);
                    await output.WriteLineAsync("cleared");
                }
                else
                {
                    var seconds = parsed.GetValue(time) is { } text && Durations.TryParse(text, out var duration) ? duration.TotalSeconds : (double?)null;
                    var request = new FaultRequest(parsed.GetValue(model), seconds, parsed.GetValue(share), parsed.GetValue(value), parsed.GetValue(gpu));
                    FaultReport.Write(await client.InjectAsync(parsed.GetValue(name)!, request, cancellationToken), AlertRules.Read(folder), output);
                }

                return ExitCodes.Success;
            }
            catch (StatusException e)
            {
                await error.WriteLineAsync(e.Message);
                return ExitCodes.NothingRuns;
            }
            catch (FaultException e)
            {
                await error.WriteLineAsync($"kthena: {e.Message}");
                return e.ExitCode;
            }
        });
        return command;
    }
}
