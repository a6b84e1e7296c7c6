namespace Kthena.SampleModelServer.Faults.Server;

/// <summary>The process ends at once, as it would for a bug in native code: nothing is drained, and the exit code is that of an abort.</summary>
internal sealed class CrashEffect(TimeProvider time, IHostApplicationLifetime lifetime) : IFaultEffect
{
    // Long enough for the answer to leave, which says that the crash was asked for.
    private static readonly TimeSpan s_answer = TimeSpan.FromMilliseconds(100);

    public FaultDefinition Definition { get; } = new("crash", FaultScope.Server);

    public Task BeginAsync(ActiveFault fault)
    {
        _ = CrashAsync();
        return Task.CompletedTask;
    }

    public Task EndAsync(ActiveFault fault) => Task.CompletedTask;

    private async Task CrashAsync()
    {
        await Task.Delay(s_answer, time, lifetime.ApplicationStopping);
        Environment.FailFast("The fault 'crash' was injected.");
    }
}
