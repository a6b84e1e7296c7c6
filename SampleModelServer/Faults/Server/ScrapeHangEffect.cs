using Prometheus;

namespace Kthena.SampleModelServer.Faults.Server;

/// <summary>The metrics are not answered: each scrape waits until its scraper gives up, or the fault ends.</summary>
internal sealed class ScrapeHangEffect : IFaultEffect
{
    private volatile TaskCompletionSource? _over;

    public ScrapeHangEffect(CollectorRegistry registry) => registry.AddBeforeCollectCallback(WaitAsync);

    public FaultDefinition Definition { get; } = new("scrape-hang", FaultScope.Server);

    public Task BeginAsync(ActiveFault fault)
    {
        _over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Task.CompletedTask;
    }

    public Task EndAsync(ActiveFault fault)
    {
        _over?.SetResult();
        _over = null;
        return Task.CompletedTask;
    }

    private Task WaitAsync(CancellationToken scraperLeft) => _over is { } over ? over.Task.WaitAsync(scraperLeft) : Task.CompletedTask;
}
