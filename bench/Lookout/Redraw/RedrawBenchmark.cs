using Kthena.Bench.Lookout.Browsing;
using Kthena.Bench.Lookout.Serving;
using Kthena.StackTesting;
using Kthena.StackTesting.PromQL;
using Spectre.Console;

namespace Kthena.Bench.Lookout.Redraw;

/// <summary>What one panel of many series costs the page at each refresh, with data of a real Prometheus.</summary>
internal sealed class RedrawBenchmark : IBenchmark
{
    private const int Few = 5;
    private const int Many = 50;
    private const int Points = 241; // an hour at 15 s
    private const int Pages = 3;
    private const int Refreshes = 25;
    private const double MostMilliseconds = 100;
    private const double MostGrowth = 10;

    private static readonly TimeSpan s_past = TimeSpan.FromMinutes(70);
    private static readonly TimeSpan s_ahead = TimeSpan.FromMinutes(30);

    public string Name => "redraw";

    public string Summary => $"{Many} series of {Points} points in one panel";

    public async Task<IReadOnlyList<Bar>> RunAsync(Chromium chromium, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var data = new BackfilledSeries(now - s_past, now + s_ahead);
        await using var prometheus = await BarePrometheus.StartAsync((folder, cancellation) => data.WriteAsync([Few, Many], folder, cancellation), cancellationToken);
        await using var alertmanager = await BareAlertmanager.StartAsync(cancellationToken);
        await using var lookout = await LookoutProcess.StartAsync(
            prometheus.Http.BaseAddress!, alertmanager.Http.BaseAddress!, Path.Join(AppContext.BaseDirectory, "dashboards"), cancellationToken);

        // By turns, so that a machine that is slow for a while is so for both.
        List<RedrawRun> few = [], many = [];
        for (var turn = 0; turn < Pages; turn++)
        {
            few.Add(await RedrawRun.MeasureAsync(chromium, lookout.Url, Few, Points, Refreshes, cancellationToken));
            many.Add(await RedrawRun.MeasureAsync(chromium, lookout.Url, Many, Points, Refreshes, cancellationToken));
        }

        var table = new Table().Title($"One panel, {Points} points each, {Pages} pages of {Refreshes} refreshes").AddColumns("series", "first draw ms", "median ms", "p95 ms", "max ms");
        AddRow(table, Few, few);
        AddRow(table, Many, many);
        AnsiConsole.Write(table);
        var (fewRefreshes, manyRefreshes) = (Refreshed(few), Refreshed(many));
        return
        [
            Bar.AtMost($"redraw of {Many} series, ms, median", manyRefreshes.Median, MostMilliseconds),
            Bar.AtMost($"redraw of {Many} series, ms, p95", manyRefreshes.Quantile(0.95), MostMilliseconds),
            Bar.AtMost($"redraw, {Many} to {Few} series", manyRefreshes.Median / fewRefreshes.Median, MostGrowth),
        ];
    }

    private static void AddRow(Table table, int series, List<RedrawRun> runs)
    {
        var refreshes = Refreshed(runs);
        table.AddRow($"{series}", $"{new Samples(runs.Select(run => run.First)).Median:0.0}", $"{refreshes.Median:0.0}", $"{refreshes.Quantile(0.95):0.0}", $"{refreshes.Max:0.0}");
    }

    private static Samples Refreshed(List<RedrawRun> runs) => new(runs.SelectMany(run => run.Refreshes));
}
