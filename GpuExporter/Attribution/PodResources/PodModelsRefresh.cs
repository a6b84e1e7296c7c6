using Grpc.Core;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Attribution.PodResources;

/// <summary>Keeps <see cref="PodModels"/> up to date beside the scrapes, which so never wait for the kubelet. Without its socket it does nothing.</summary>
internal sealed class PodModelsRefresh(
    ExporterOptions options, PodModels models, ModelNames names, ExporterMetrics metrics, TimeProvider time, ILogger<PodModelsRefresh> logger) : BackgroundService
{
    // What the kubelet said is used for a while when it does not answer, as it does not while it restarts.
    private static readonly TimeSpan s_keep = TimeSpan.FromSeconds(30);

    private PodResourcesClient? _client;
    private bool _failed;
    private long _answered;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var poll = new PeriodicTimer(options.PodResourcesInterval, time);
        do
            await RefreshAsync(stoppingToken);
        while (await poll.WaitForNextTickAsync(stoppingToken));
    }

    public override void Dispose()
    {
        _client?.Dispose();
        base.Dispose();
    }

    private async Task RefreshAsync(CancellationToken stoppingToken)
    {
        if (!File.Exists(options.PodResourcesSocket))
        {
            Forget();
            return;
        }

        try
        {
            _client ??= new PodResourcesClient(options.PodResourcesSocket, time);
            models.Replace(await _client.ModelsByUuidAsync(names, stoppingToken));
            if (_failed || _answered == 0)
                logger.LogInformation("The kubelet says which pod has which GPU");
            _failed = false;
            _answered = time.GetTimestamp();
        }
        catch (Exception failure) when (failure is RpcException or IOException or OperationCanceledException && !stoppingToken.IsCancellationRequested)
        {
            metrics.AttributionError(ExporterMetrics.FromPodResources);
            if (!_failed)
                logger.LogWarning("The kubelet does not say which pod has which GPU: {Reason}", failure.Message);
            _failed = true;
            if (_answered == 0 || time.GetElapsedTime(_answered) >= s_keep)
                models.Replace(new Dictionary<string, string[]>());
        }
    }

    private void Forget()
    {
        if (_client is null)
            return;
        logger.LogInformation("The kubelet's socket {Socket} is gone: models are found by their processes", options.PodResourcesSocket);
        _client.Dispose();
        _client = null;
        _answered = 0;
        models.Replace(new Dictionary<string, string[]>());
    }
}
