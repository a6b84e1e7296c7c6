using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests;

public sealed class LatencyTests
{
    [Fact]
    public async Task The_quantiles_lie_in_the_buckets_of_those_that_the_client_measured()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, services => services.AddSingleton<TimeProvider>(time));
        var random = new Random(1);
        // From half a millisecond to about ten seconds, as latencies are: many short, few long.
        backend.BeforeClassify = () => time.Advance(TimeSpan.FromMilliseconds(0.5 * Math.Pow(10_000, Math.Pow(random.NextDouble(), 3))));

        var measured = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var start = time.GetTimestamp();
            using var response = await server.ClassifyAsync($"text {i}");
            measured.Add(time.GetElapsedTime(start).TotalSeconds);
        }

        var buckets = Buckets(await server.MetricsAsync());
        measured.Sort();
        Assert.All([0.5, 0.9, 0.95, 0.99], quantile =>
        {
            var rank = (int)Math.Ceiling(quantile * measured.Count);
            var upper = buckets.First(bucket => bucket.Count >= rank).Bound;
            var lower = buckets.LastOrDefault(bucket => bucket.Bound < upper).Bound;
            Assert.InRange(measured[rank - 1], lower, upper);
        });
    }

    private static (double Bound, double Count)[] Buckets(Metrics metrics)
    {
        const string Name = "kthena_inference_duration_seconds_bucket{model_id=\"lande-t50\",le=\"";
        return [.. metrics.Series.Where(series => series.StartsWith(Name, StringComparison.Ordinal))
            .Select(series => (Bound: series[Name.Length..^2], Count: metrics[series]))
            .Select(bucket => (bucket.Bound == "+Inf" ? double.PositiveInfinity : double.Parse(bucket.Bound, System.Globalization.CultureInfo.InvariantCulture), bucket.Count))];
    }
}
