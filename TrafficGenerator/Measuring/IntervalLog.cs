using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Logs a line about each interval in which something was sent, dropped or answered.</summary>
internal sealed class IntervalLog(RunStatistics statistics, RunOptions options, TimeProvider time, ILogger<IntervalLog> logger) : BackgroundService
{
    private readonly PeriodicTimer? _timer = options.ReportInterval == TimeSpan.Zero ? null : new(options.ReportInterval, time);

    public override void Dispose()
    {
        _timer?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_timer is null)
            return;
        try
        {
            while (await _timer.WaitForNextTickAsync(stoppingToken))
                Log(statistics.TakeInterval());
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private void Log(IntervalReport interval)
    {
        if (interval is { Sent: 0, Dropped: 0, Statuses.Count: 0 })
            return;
        var latency = interval.FromDue;
        logger.LogInformation(
            "{Sent} requests in {Seconds:0.#} s ({PerSecond:0.0}/s), {Failed} failed, {Dropped} dropped; from when due p50 {P50:0.0} ms, p95 {P95:0.0} ms, p99 {P99:0.0} ms, max {Max:0.0} ms; {Statuses}",
            interval.Sent,
            interval.Length.TotalSeconds,
            interval.Sent / interval.Length.TotalSeconds,
            interval.Failed,
            interval.Dropped,
            latency?.P50 * 1000,
            latency?.P95 * 1000,
            latency?.P99 * 1000,
            latency?.Max * 1000,
            string.Join(", ", interval.Statuses.Select(s => $"{s.Key}: {s.Value}")));
    }
}
