using Spectre.Console;

namespace Kthena.Bench.GpuExporter;

internal static class ScrapeReport
{
    private const double Bar = 2;

    /// <summary>Prints the two beside each other; false when the bar is missed.</summary>
    public static bool Print(ScrapeRun none, ScrapeRun eight, bool isUndisturbed)
    {
        var table = new Table().Title($"GPU exporter, {eight.Milliseconds.Length} scrapes of each{(isUndisturbed ? ", at real-time priority" : "")}").AddColumn("fake GPUs")
            .AddColumns("p50 ms", "p99 ms", "max ms", "bytes", "resident MB");
        foreach (var run in (ScrapeRun[])[none, eight])
            table.AddRow($"{run.Devices}", $"{run.Quantile(0.5):0.000}", $"{run.Quantile(0.99):0.000}", $"{run.Milliseconds[^1]:0.000}", $"{run.Bytes}", $"{run.ResidentBytes / 1e6:0.0}");
        table.AddRow(
            "8 to 0", Ratio(run => run.Quantile(0.5)), Ratio(run => run.Quantile(0.99)), Ratio(run => run.Milliseconds[^1]), Ratio(run => run.Bytes), Ratio(run => run.ResidentBytes));
        AnsiConsole.Write(table);
        var isWithin = eight.Quantile(0.99) <= Bar;
        AnsiConsole.WriteLine($"p99 of 8 GPUs is {(isWithin ? "within" : "above")} {Bar} ms.");
        return isWithin;

        string Ratio(Func<ScrapeRun, double> of) => $"{of(eight) / of(none):0.00}";
    }
}
