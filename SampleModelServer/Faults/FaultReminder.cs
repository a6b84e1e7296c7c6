namespace Kthena.SampleModelServer.Faults;

/// <summary>Says again and again in the log which faults are active, so that nobody takes them for real ones.</summary>
internal sealed class FaultReminder(FaultBoard board, TimeProvider time, ILogger<FaultReminder> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var fault in board.Active)
                logger.LogWarning("FAULT INJECTION ACTIVE: {Fault} on {Target} {End}", fault.Name, fault.Target, fault.End);
        }
    }
}
