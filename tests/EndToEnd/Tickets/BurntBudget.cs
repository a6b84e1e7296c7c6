using System.Globalization;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Tickets;

/// <summary>Three days of requests, in blocks as Prometheus writes them.</summary>
/// <param name="Now">Their end: Prometheus takes nothing that is older than its newest block.</param>
internal sealed record BurntBudget(DateTimeOffset Now)
{
    private const int RequestsPerSecond = 10;

    private static readonly TimeSpan s_past = TimeSpan.FromDays(3);

    // One sample a minute, and one every second around the moment at which the bad time leaves the window.
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_fineStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_window = TimeSpan.FromHours(6);
    private static readonly TimeSpan s_fine = TimeSpan.FromMinutes(3);

    /// <summary>When all requests failed.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Failing { get; init; }

    /// <summary>When all requests took longer than a second.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Slow { get; init; }

    /// <summary>Writes the blocks into the folder of a Prometheus that is not running.</summary>
    public async Task WriteAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var file = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllLinesAsync(file, Lines(), cancellationToken);
            var (exitCode, output) = await Tools.RunAsync("promtool", ["tsdb", "create-blocks-from", "openmetrics", file, dataFolder], cancellationToken);
            Assert.True(exitCode == 0, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // OpenMetrics: each family's samples together, each series' in order of time.
    private IEnumerable<string> Lines()
    {
        var times = Times().ToList();
        return
        [
            .. Series("kthena_inference_requests", "kthena_inference_requests_total", "status=\"200\"", times, time => Good(time, Failing)),
            .. Series(null, "kthena_inference_requests_total", "status=\"500\"", times, time => Bad(time, Failing)),
            .. Series(null, "kthena_inference_duration_seconds_bucket", "le=\"1.0\"", times, time => Good(time, Slow)),
            .. Series(null, "kthena_inference_duration_seconds_bucket", "le=\"+Inf\"", times, All),
            .. Series(null, "kthena_inference_duration_seconds_count", "", times, All),
            "# EOF",
        ];
    }

    private static IEnumerable<string> Series(string? counter, string name, string label, IReadOnlyList<DateTimeOffset> times, Func<DateTimeOffset, double> value)
    {
        if (counter is not null) yield return $"# TYPE {counter} counter";
        var labels = string.Join(',', new[] { "job=\"kthena-models\"", "instance=\"backfilled\"", "model_id=\"backfilled\"", label }.Where(text => text.Length > 0));
        foreach (var time in times)
            yield return string.Create(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {value(time)} {time.ToUnixTimeMilliseconds() / 1000.0}");
    }

    private IEnumerable<DateTimeOffset> Times()
    {
        var fineFrom = Now - s_window - s_fine;
        for (var time = Now - s_past; time < Now; time += time >= fineFrom && time < fineFrom + (s_fine * 2) ? s_fineStep : s_step) yield return time;
    }

    private double All(DateTimeOffset time) => RequestsPerSecond * (time - (Now - s_past)).TotalSeconds;

    private double Good(DateTimeOffset time, (DateTimeOffset From, DateTimeOffset To) bad) => All(time) - Bad(time, bad);

    private static double Bad(DateTimeOffset time, (DateTimeOffset From, DateTimeOffset To) bad)
        => time <= bad.From ? 0 : RequestsPerSecond * ((time < bad.To ? time : bad.To) - bad.From).TotalSeconds;
}
