using Prometheus;

namespace Kthena.SampleModelServer.Telemetry.Custom;

/// <summary>The custom metrics that the file asks for; null where it leaves one out.</summary>
internal sealed class CustomMetrics(IMetricFactory factory, IReadOnlyList<CustomMetricDefinition> definitions)
{
    /// <summary>The share of a labelled set that the model got right, 0 to 1. Labels: model_id, version, dataset.</summary>
    public Gauge? AccuracyScore { get; } = CreateGauge(factory, Find(definitions, CustomMetricSource.AccuracyScore));

    /// <summary>Requests that wait. Labels: model_id, priority.</summary>
    public Gauge? QueueDepth { get; } = CreateGauge(factory, Find(definitions, CustomMetricSource.QueueDepth));

    /// <summary>The share of look-ups that a cache answered, 0 to 1. Labels: model_id, cache_type.</summary>
    public Gauge? CacheHitRatio { get; } = CreateGauge(factory, Find(definitions, CustomMetricSource.CacheHitRatio));

    /// <summary>How much of a batch's time or room was used, 0 to 1, observed once a batch. Labels: model_id, batch_size.</summary>
    public Histogram? BatchEfficiency { get; } = CreateHistogram(factory, Find(definitions, CustomMetricSource.BatchEfficiency));

    private static CustomMetricDefinition? Find(IReadOnlyList<CustomMetricDefinition> definitions, CustomMetricSource source) =>
        definitions.FirstOrDefault(definition => definition.Source == source);

    private static Gauge? CreateGauge(IMetricFactory factory, CustomMetricDefinition? definition) => definition is null
        ? null
        : factory.CreateGauge(definition.Source.Name, Escape(definition.Help), [.. definition.Source.Labels]);

    private static Histogram? CreateHistogram(IMetricFactory factory, CustomMetricDefinition? definition) => definition is null
        ? null
        : factory.CreateHistogram(
            definition.Source.Name, Escape(definition.Help), [.. definition.Source.Labels], new HistogramConfiguration { Buckets = [.. definition.Buckets] });

    // prometheus-net 8.2.1 writes the help as it is; both exposition formats want backslashes and line feeds escaped.
    private static string Escape(string help) => help.Replace("\\", "\\\\").Replace("\n", "\\n");
}
