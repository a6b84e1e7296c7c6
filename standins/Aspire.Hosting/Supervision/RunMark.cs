using System.Globalization;
using Aspire.Hosting.Supervisor.Processes;

namespace Aspire.Hosting.Supervision;

/// <summary>An environment variable that every process of this run has, and no other.</summary>
internal sealed class RunMark
{
    private const string VariableName = "ASPIRE_SUPERVISED_PROCESS";
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_giveUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(20);

    private readonly string _prefix;

    private RunMark(string prefix) => _prefix = prefix;

    public static RunMark Create() => new($"{VariableName}={Guid.NewGuid():N}/");

    /// <summary>The whole entry, <c>NAME=value</c>, for one process and its descendants.</summary>
    public string ForProcess(int id) => _prefix + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>SIGTERM, then SIGKILL, until no process of the run is left; gives up after a bound and says which are left.</summary>
    public async Task EndProcessesAsync(TimeProvider time, ILogger logger)
    {
        var start = time.GetTimestamp();
        var end = new OrderlyEnd();
        while (EnvironmentMark.FindProcesses(_prefix) is { Count: > 0 } left)
        {
            var elapsed = time.GetElapsedTime(start);
            if (elapsed > s_giveUp)
            {
                logger.LogError("Still running: {ProcessIds}", string.Join(", ", left));
                return;
            }

            var processes = left.Select(ProcessEntry.TryRead).OfType<ProcessEntry>().ToArray();
            if (elapsed < s_grace) end.Ask(processes);
            else OrderlyEnd.Force(processes);
            await Task.Delay(s_pollInterval, time).ConfigureAwait(false);
        }
    }
}
