using System.Collections.Frozen;
using Kthena.SampleModelServer.Caching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry.Custom;
using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>How often the predictions wanted were there already.</summary>
internal sealed class CacheMetrics
{
    private const string CacheType = "prediction";

    private readonly FrozenDictionary<string, Series> _series;

    public CacheMetrics(IMetricFactory factory, CustomMetrics custom, ModelRegistry registry, CacheOptions options, TimeProvider time)
    {
        var lookups = factory.CreateCounter(
            "kthena_prediction_cache_lookups_total", "Texts looked up in the cache of predictions, by result: hit or miss.", [ModelLabel.Name, "result"]);
        _series = registry.All.ToFrozenDictionary(
            entry => entry.Id,
            entry => new Series(
                lookups.WithLabels(entry.Id, "hit"),
                lookups.WithLabels(entry.Id, "miss"),
                new HitRatio(options.RatioWindow, time),
                custom.CacheHitRatio?.WithLabels(entry.Id, CacheType)));
    }

    public void Record(string modelId, int hits, int lookups)
    {
        var series = _series[modelId];
        series.Hits.Inc(hits);
        series.Misses.Inc(lookups - hits);
        series.Ratio.Record(hits, lookups);
    }

    /// <summary>Brings the ratios up to date; they change as time goes by.</summary>
    public void Refresh()
    {
        foreach (var series in _series.Values)
            series.Gauge?.Set(series.Ratio.Value());
    }

    private sealed record Series(ICounter Hits, ICounter Misses, HitRatio Ratio, IGauge? Gauge);
}
