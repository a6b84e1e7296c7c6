using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Kthena.EndToEnd.Tests.Stack;

namespace Kthena.EndToEnd.Tests.Faults;

/// <summary>A resource's process is killed with -9; it comes back when it is started again.</summary>
internal sealed record KilledProcess(string Resource) : IFault
{
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);

    public async Task<DateTimeOffset> BeginAsync(AlertingStack stack, CancellationToken cancellationToken)
    {
        var running = await stack.Graph.App.ResourceNotifications.WaitForResourceHealthyAsync(Resource, cancellationToken);
        var processId = (int)running.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value!;
        using var process = Process.GetProcessById(processId);
        process.Kill();
        var killed = stack.Time.GetUtcNow();
        await stack.Graph.App.ResourceNotifications.WaitForResourceAsync(Resource, change => change.Snapshot.ExitCode is not null, cancellationToken);
        return killed;
    }

    public async Task EndAsync(AlertingStack stack, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_start);
        var started = await stack.Graph.App.ResourceCommands.ExecuteCommandAsync(Resource, KnownResourceCommands.StartCommand, timeout.Token);
        if (!started.Success) throw new InvalidOperationException($"{Resource} did not start again: {started.Message}");
        await stack.Graph.App.ResourceNotifications.WaitForResourceHealthyAsync(Resource, timeout.Token);
    }
}
