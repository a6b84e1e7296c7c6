using Spectre.Console;

namespace Kthena.Bench.Stack;

internal static class StackReport
{
    public static void Print(IReadOnlyList<StackRun> runs)
    {
        var starts = new Table().Title($"Start-up, {runs.Count} runs").AddColumn("resource").AddColumns("min s", "median s", "max s", "of total");
        var total = Spread.Of(runs.Select(run => run.Total.TotalSeconds));
        foreach (var name in runs.SelectMany(run => run.StartSeconds.Keys).Distinct())
        {
            var seconds = Spread.Of(runs.Where(run => run.StartSeconds.ContainsKey(name)).Select(run => run.StartSeconds[name]));
            starts.AddRow(name, $"{seconds.Min:0.00}", $"{seconds.Median:0.00}", $"{seconds.Max:0.00}", $"{seconds.Median / total.Median:P0}");
        }

        starts.AddRow("all healthy, from the AppHost's start", $"{total.Min:0.00}", $"{total.Median:0.00}", $"{total.Max:0.00}", "100 %");
        AnsiConsole.Write(starts);

        var memory = new Table().Title("Memory 10 s later (PSS)").AddColumn("process").AddColumns("median MB", "of stack");
        var stack = Spread.Of(runs.Select(run => run.Memory.Sum(process => process.Pss) / 1e6));
        foreach (var name in runs.SelectMany(run => run.Memory).Select(process => process.Name).Distinct())
        {
            var megabytes = Spread.Of(runs.Select(run => run.Memory.Where(process => process.Name == name).Sum(process => process.Pss) / 1e6));
            memory.AddRow(name, $"{megabytes.Median:0.0}", $"{megabytes.Median / stack.Median:P0}");
        }

        memory.AddRow("whole stack", $"{stack.Median:0.0}", "100 %");
        AnsiConsole.Write(memory);
    }

    private sealed record Spread(double Min, double Median, double Max)
    {
        public static Spread Of(IEnumerable<double> values)
        {
            var sorted = values.Order().ToArray();
            return sorted is [] ? new Spread(0, 0, 0) : new Spread(sorted[0], sorted[sorted.Length / 2], sorted[^1]);
        }
    }
}
