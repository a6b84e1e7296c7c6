using Kthena.Bench.Lookout.Browsing;
using Spectre.Console;

namespace Kthena.Bench.Lookout.Models;

/// <summary>Whether the Overview stays usable with many models, beside itself with few.</summary>
internal sealed class ModelsBenchmark : IBenchmark
{
    private const int Few = 2;
    private const int Many = 200;
    private const double MostReady = 5000;
    private const double MostInteraction = 200;
    private const double MostHeapGrowth = 10;

    public string Name => "models";

    public string Summary => $"the Overview with {Few} and with {Many} models";

    public async Task<IReadOnlyList<Bar>> RunAsync(Chromium chromium, CancellationToken cancellationToken)
    {
        var few = await OverviewRun.MeasureAsync(chromium, Few, cancellationToken);
        var many = await OverviewRun.MeasureAsync(chromium, Many, cancellationToken);
        PrintOverview(few, many);
        PrintInteractions(few, many);
        return
        [
            Bar.AtMost($"{Many} models: data in every panel in sight, ms, max", many.Ready.Max, MostReady),
            .. many.Interactions.Kinds.Select(kind => Bar.AtMost($"{Many} models: {kind.Name}, ms, p95", kind.Milliseconds.Quantile(0.95), MostInteraction)),
            Bar.AtMost($"heap, {Many} to {Few} models", many.Heap / few.Heap, MostHeapGrowth),
        ];
    }

    private static void PrintOverview(params IReadOnlyList<OverviewRun> runs)
    {
        var table = new Table().Title($"The Overview, {OverviewRun.Refreshes} refreshes of its own").AddColumn("figure").AddColumns([.. runs.Select(run => $"{run.Models} models")]);
        AddRow("data in every panel in sight, ms, median", run => $"{run.Ready.Median:0}");
        AddRow("data in every panel in sight, ms, max", run => $"{run.Ready.Max:0}");
        AddRow("main thread taken at a time, ms, longest", run => run.LongestTask > 0 ? $"{run.LongestTask:0}" : "< 50");
        AddRow("main thread taken for over 50 ms, ms per refresh", run => $"{run.LongTasks.Sum() / OverviewRun.Refreshes:0}");
        AddRow("drawing, ms per refresh", run => $"{run.DrawPerRefresh:0}");
        AddRow("elements of the page", run => $"{run.Elements}");
        AddRow("JavaScript heap after a collection, MB", run => $"{run.Heap / 1e6:0.0}");
        AnsiConsole.Write(table);

        void AddRow(string figure, Func<OverviewRun, string> text) => table.AddRow([figure, .. runs.Select(text)]);
    }

    private static void PrintInteractions(params IReadOnlyList<OverviewRun> runs)
    {
        var table = new Table().Title("From a key press or click to its effect on the screen, while the panels refresh")
            .AddColumns("models", "effect", "times", "median ms", "p95 ms", "max ms");
        foreach (var run in runs)
        {
            foreach (var (name, milliseconds) in run.Interactions.Kinds)
                table.AddRow($"{run.Models}", name, $"{milliseconds.Count}", $"{milliseconds.Median:0}", $"{milliseconds.Quantile(0.95):0}", $"{milliseconds.Max:0}");
        }

        AnsiConsole.Write(table);
    }
}
