using Spectre.Console;

namespace Kthena.Bench.Lookout.Models;

internal static class OverviewReport
{
    public static void Print(params IReadOnlyList<OverviewRun> runs)
    {
        PrintReady(runs);
        PrintPlaces(runs);
        PrintInteractions(runs);
    }

    private static void PrintReady(IReadOnlyList<OverviewRun> runs)
    {
        var table = new Table().Title("The Overview, from the navigation to data in every panel in sight").AddColumns("models", "new visitors", "median ms", "max ms");
        foreach (var (models, ready, _) in runs)
            table.AddRow($"{models}", $"{ready.Count}", $"{ready.Median:0}", $"{ready.Max:0}");
        AnsiConsole.Write(table);
    }

    private static void PrintPlaces(IReadOnlyList<OverviewRun> runs)
    {
        var table = new Table().Title($"The Overview left open, {WatchedPlace.Refreshes} refreshes of its own; heap after a collection")
            .AddColumns("models", "in sight", "drawing ms per refresh", "longest task ms", "long tasks ms per refresh", "elements", "heap MB");
        foreach (var (run, place) in runs.SelectMany(run => run.Places, (run, place) => (run, place)))
        {
            table.AddRow(
                $"{run.Models}", place.Name, $"{place.DrawPerRefresh:0}", place.LongestTask > 0 ? $"{place.LongestTask:0}" : "< 50", $"{place.LongTasksPerRefresh:0}",
                $"{place.Elements}", $"{place.Heap / 1e6:0.0}");
        }

        AnsiConsole.Write(table);
    }

    private static void PrintInteractions(IReadOnlyList<OverviewRun> runs)
    {
        var table = new Table().Title("From a key press or click to its effect on the screen, while the panels refresh")
            .AddColumns("models", "in sight", "effect", "times", "median ms", "p95 ms", "max ms");
        foreach (var (run, place) in runs.SelectMany(run => run.Places, (run, place) => (run, place)))
        {
            foreach (var (name, milliseconds) in place.Interactions.Kinds)
            {
                table.AddRow(
                    $"{run.Models}", place.Name, name, $"{milliseconds.Count}", $"{milliseconds.Median:0}", $"{milliseconds.Quantile(0.95):0}", $"{milliseconds.Max:0}");
            }
        }

        AnsiConsole.Write(table);
    }
}
