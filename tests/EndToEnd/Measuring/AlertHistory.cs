using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>When alerts fired, from the series <c>ALERTS</c> that Prometheus writes at each evaluation.</summary>
internal sealed class AlertHistory(PrometheusClient prometheus)
{
    private const string Range = "15m";

    /// <summary>The first evaluation at or after a moment at which an alert with these labels fired: its <c>startsAt</c>. Null while there is none.</summary>
    public async Task<DateTimeOffset?> StartAsync(
        string alert, IReadOnlyDictionary<string, string> labels, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var series = await prometheus.SamplesAsync($"ALERTS{{alertname=\"{alert}\",alertstate=\"firing\"}}[{Range}]", cancellationToken);
        return series.Where(one => labels.All(label => one.Labels.GetValueOrDefault(label.Key) == label.Value))
            .SelectMany(one => one.Samples)
            .Where(sample => sample.Time >= moment)
            .Min(sample => (DateTimeOffset?)sample.Time);
    }

    /// <summary>Every time that an alert fired, in the order of their starts.</summary>
    /// <param name="longestGap">Samples that are further apart belong to two episodes.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<FiringEpisode>> EpisodesAsync(TimeSpan longestGap, CancellationToken cancellationToken)
    {
        var series = await prometheus.SamplesAsync($"ALERTS{{alertstate=\"firing\"}}[{Range}]", cancellationToken);
        return [.. series.SelectMany(one => Split(one, longestGap)).OrderBy(episode => episode.Start)];
    }

    private static IEnumerable<FiringEpisode> Split(StoredSeries series, TimeSpan longestGap)
    {
        var labels = series.Labels.Where(label => label.Key is not ("__name__" or "alertstate")).ToDictionary();
        var (start, last) = (series.Samples[0].Time, series.Samples[0].Time);
        foreach (var (time, _) in series.Samples.Skip(1))
        {
            if (time - last > longestGap)
            {
                yield return new FiringEpisode(labels, start, last);
                start = time;
            }

            last = time;
        }

        yield return new FiringEpisode(labels, start, last);
    }
}

/// <summary>A time during which an alert fired.</summary>
/// <param name="Labels">All its labels, <c>alertname</c> among them.</param>
/// <param name="Start">The first evaluation at which it fired.</param>
/// <param name="Last">The last one.</param>
internal sealed record FiringEpisode(IReadOnlyDictionary<string, string> Labels, DateTimeOffset Start, DateTimeOffset Last);
