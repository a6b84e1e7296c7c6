using System.Text.Json;
using Kthena.TrafficGenerator.Telemetry;

namespace Kthena.TrafficGenerator.Models;

/// <summary>Knows which models the server serves: asks until it answers, then now and again.</summary>
internal sealed class ModelDirectory(ModelServerClient client, TrafficMetrics metrics, TimeProvider time, ILogger<ModelDirectory> logger) : BackgroundService
{
    private static readonly TimeSpan s_untilKnown = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_onceKnown = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string[] _models = [];

    /// <summary>The ids that the server named last, in ordinal order; empty until it has named any.</summary>
    public IReadOnlyList<string> Models => _models;

    /// <summary>Ends once the server has named a model.</summary>
    public Task WaitUntilKnownAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RefreshAsync(stoppingToken);
            await Task.Delay(_models.Length == 0 ? s_untilKnown : s_onceKnown, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RefreshAsync(CancellationToken stoppingToken)
    {
        using var timeout = new CancellationTokenSource(s_answerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        try
        {
            string[] models = [.. (await client.GetModelIdsAsync(either.Token)).Order(StringComparer.Ordinal)];
            if (models.Length == 0 || models.SequenceEqual(_models))
                return;
            _models = models;
            metrics.Models(models.Length);
            _known.TrySetResult();
            logger.LogInformation("The server serves {Models}", models);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            logger.LogDebug("The server does not tell its models: {Reason}", e.Message);
        }
    }
}
