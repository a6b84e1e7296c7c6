using Kthena.Bench.Lookout.Browsing;
using Kthena.Bench.Lookout.Serving;
using Spectre.Console;

namespace Kthena.Bench.Lookout.Paint;

/// <summary>How soon a new visitor sees the Overview, and its data.</summary>
internal sealed class PaintBenchmark : IBenchmark
{
    private const int Visits = 9;
    private const int Models = 2;
    private const double MostFirstPaint = 1000;

    public string Name => "paint";

    public string Summary => "first paint of the Overview";

    public async Task<IReadOnlyList<Bar>> RunAsync(Chromium chromium, CancellationToken cancellationToken)
    {
        await using var graph = await WholeGraph.StartAsync(Models, cancellationToken);
        var visits = await Visit.RepeatAsync(chromium, graph.Overview, Visits, cancellationToken);
        var firstPaint = new Samples(visits.Select(visit => visit.FirstPaint));
        var ready = new Samples(visits.Select(visit => visit.Ready));

        var table = new Table().Title($"The Overview with {Models} models, {Visits} new visitors, on loopback").AddColumns("from the navigation to", "min ms", "median ms", "max ms");
        table.AddRow("first contentful paint", $"{firstPaint.Min:0}", $"{firstPaint.Median:0}", $"{firstPaint.Max:0}");
        table.AddRow("data in every panel in sight", $"{ready.Min:0}", $"{ready.Median:0}", $"{ready.Max:0}");
        AnsiConsole.Write(table);
        return [Bar.AtMost("first paint, ms, max", firstPaint.Max, MostFirstPaint)];
    }
}
