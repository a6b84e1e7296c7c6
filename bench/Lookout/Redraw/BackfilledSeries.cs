using System.Globalization;
using Kthena.StackTesting;

namespace Kthena.Bench.Lookout.Redraw;

/// <summary>Sets of series, each as wide as its name says, in blocks as Prometheus writes them.</summary>
/// <param name="Start">Of the samples.</param>
/// <param name="End">After now, so that a page that follows the clock has as many points at each refresh.</param>
internal sealed record BackfilledSeries(DateTimeOffset Start, DateTimeOffset End)
{
    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(15);

    /// <summary>Writes the blocks into the folder of a Prometheus that is not running.</summary>
    public async Task WriteAsync(IReadOnlyList<int> sets, string dataFolder, CancellationToken cancellationToken)
    {
        var file = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllLinesAsync(file, ["# TYPE redraw_value gauge", .. sets.SelectMany(Lines), "# EOF"], cancellationToken);
            var (exitCode, output) = await Tools.RunAsync("promtool", ["tsdb", "create-blocks-from", "openmetrics", file, dataFolder], cancellationToken);
            if (exitCode != 0) throw new BenchmarkException($"promtool wrote no blocks: {output}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    // A random walk for each series: lines cross and turn as those of a service do, and are the same in each run.
    private IEnumerable<string> Lines(int set) => Enumerable.Range(1, set).SelectMany(number =>
    {
        var random = new Random(number);
        var value = 50 + number;
        return Times().Select(time => string.Create(CultureInfo.InvariantCulture,
            $"redraw_value{{set=\"{set}\",model_id=\"model-{number:000}\"}} {value = Math.Max(0, value + random.Next(-5, 6))} {time.ToUnixTimeSeconds()}"));
    });

    private IEnumerable<DateTimeOffset> Times()
    {
        for (var time = Start; time <= End; time += s_step)
            yield return time;
    }
}
