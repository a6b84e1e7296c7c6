using System.Threading.Channels;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Accuracy;

/// <summary>Has each model measured after its load, and all loaded ones at every interval; one after the other.</summary>
internal sealed class AccuracySchedule : BackgroundService
{
    private readonly Channel<ModelEntry> _due;
    private readonly ModelRegistry _registry;
    private readonly AccuracyEvaluator _evaluator;
    private readonly AccuracyOptions _options;
    private readonly TimeProvider _time;

    public AccuracySchedule(ModelRegistry registry, ModelLifecycle lifecycle, AccuracyEvaluator evaluator, AccuracyOptions options, TimeProvider time)
    {
        _registry = registry;
        _evaluator = evaluator;
        _options = options;
        _time = time;
        // Room for every model twice, after its load and at the interval; one that finds none is measured at the next.
        _due = Channel.CreateBounded<ModelEntry>(new BoundedChannelOptions(Math.Max(1, registry.All.Count * 2)) { FullMode = BoundedChannelFullMode.DropWrite });
        lifecycle.Loaded += Measure;
    }

    /// <summary>Has a model measured as soon as those before it are.</summary>
    public void Measure(ModelEntry entry) => _due.Writer.TryWrite(entry);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(KeepTimeAsync(stoppingToken), EvaluateAsync(stoppingToken));

    private async Task KeepTimeAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_options.Interval, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var entry in _registry.All)
                Measure(entry);
        }
    }

    private async Task EvaluateAsync(CancellationToken stoppingToken)
    {
        await foreach (var entry in _due.Reader.ReadAllAsync(stoppingToken))
            await _evaluator.EvaluateAsync(entry, stoppingToken);
    }
}
