namespace Aspire.Hosting.Orchestration;

/// <summary>Start, stop and restart, as the real orchestrator offers them.</summary>
internal static class LifecycleCommands
{
    public static void AddTo(IResource resource, ApplicationOrchestrator orchestrator)
    {
        Add(KnownResourceCommands.StartCommand, "Start", "Start resource", orchestrator.StartResourceAsync, state =>
            IsStarting(state) ? ResourceCommandState.Disabled
            : IsStopped(state) || state == KnownResourceStates.Waiting ? ResourceCommandState.Enabled
            : ResourceCommandState.Hidden);
        Add(KnownResourceCommands.StopCommand, "Stop", "Stop resource", orchestrator.StopResourceAsync, state =>
            state == KnownResourceStates.Stopping ? ResourceCommandState.Disabled
            : IsStarting(state) || IsStopped(state) || state == KnownResourceStates.Waiting ? ResourceCommandState.Hidden
            : ResourceCommandState.Enabled);
        Add(KnownResourceCommands.RestartCommand, "Restart", "Restart resource", async (id, cancellationToken) =>
            await orchestrator.StopResourceAsync(id, cancellationToken).ConfigureAwait(false)
            ?? await orchestrator.StartResourceAsync(id, cancellationToken).ConfigureAwait(false), state =>
            IsStarting(state) || IsStopped(state) || state == KnownResourceStates.Stopping || state == KnownResourceStates.Waiting ? ResourceCommandState.Disabled
            : ResourceCommandState.Enabled);

        void Add(string name, string displayName, string description, Func<string, CancellationToken, Task<string?>> execute, Func<string?, ResourceCommandState> stateOf)
        {
            if (resource.Annotations.OfType<ResourceCommandAnnotation>().Any(c => c.Name == name))
                return;
            resource.Annotations.Add(new ResourceCommandAnnotation(name, displayName,
                context => stateOf(context.ResourceSnapshot.State?.Text),
                async context => await execute(context.ResourceName, context.CancellationToken).ConfigureAwait(false) is { } problem
                    ? CommandResults.Failure(problem)
                    : CommandResults.Success(),
                description, arguments: null, confirmationMessage: null, iconName: null, iconVariant: null, isHighlighted: true));
        }
    }

    private static bool IsStarting(string? state) => state is null || state == KnownResourceStates.Starting || state == KnownResourceStates.RuntimeUnhealthy;

    private static bool IsStopped(string? state) => state == KnownResourceStates.NotStarted || KnownResourceStates.TerminalStates.Contains(state);
}
