using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>When a job's targets were scraped, as Prometheus stored it.</summary>
internal sealed class Scrapes(PrometheusClient prometheus)
{
    // A scaled run keeps every sample; this reaches back far enough for any wait of it.
    private const string Range = "5m";

    /// <summary>The end of the first scrape of the job that began at or after a moment; null when there was none yet.</summary>
    public async Task<DateTimeOffset?> FirstEndAsync(string job, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var durations = await prometheus.SamplesAsync($"scrape_duration_seconds{{job=\"{job}\"}}[{Range}]", cancellationToken);
        return durations.SelectMany(series => series.Samples)
            .Where(scrape => scrape.Time >= moment)
            .Select(scrape => (DateTimeOffset?)scrape.Time.AddSeconds(scrape.Value))
            .Min();
    }
}
