using System.Text.Json;
using Kthena.TrafficGenerator.Settings;
using Kthena.TrafficGenerator.Telemetry;

namespace Kthena.TrafficGenerator.Models;

/// <summary>Knows which models the server serves: asks until it answers, then now and again.</summary>
internal sealed class ModelDirectory(
    ModelServerClient client, TrafficSettings settings, TrafficMetrics metrics, TimeProvider time, ILogger<ModelDirectory> logger) : BackgroundService
{
    private static readonly TimeSpan s_untilKnown = TimeSpan.FromMilliseconds(250);

    // Models that are loaded one after another, or anew, get their traffic soon.
    private static readonly TimeSpan s_onceKnown = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ServedModel[] _models = [];

    /// <summary>The models that the server named last as loaded, by id in ordinal order; empty until it has named any.</summary>
    public IReadOnlyList<ServedModel> Models => _models;

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
            ServedModel[] models = [.. (await client.GetModelsAsync(either.Token)).OrderBy(m => m.Id, StringComparer.Ordinal)];
            if (models.Length == 0 || models.SequenceEqual(_models))
                return;
            _models = models;
            metrics.Models(models.Length);
            Log(models);
            _known.TrySetResult();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException or NotSupportedException)
        {
            logger.LogDebug("The server does not tell its models: {Reason}", e.Message);
        }
    }

    private void Log(ServedModel[] models)
    {
        logger.LogInformation("The server serves {Models}", string.Join(", ", models.Select(m => m.Id)));
        string[] missing = [.. settings.Current.Options.Mix.Models.Ids.Except(models.Select(m => m.Id), StringComparer.OrdinalIgnoreCase)];
        if (missing.Length > 0)
            logger.LogWarning("Traffic:Models gives weights to {Missing}, which the server does not serve", string.Join(", ", missing));
    }
}
