using Kthena.Bench.Stack;

// Starts the whole graph as a person would, several times, and prints how long each resource took to become healthy and what the
// stack holds in memory once it is up. Figures are medians; ratios compare things of the same run.
if (args.Length > 1 || !int.TryParse(args.FirstOrDefault("5"), out var runs) || runs < 1)
{
    await Console.Error.WriteLineAsync("stack: give the number of runs, 1 or more (5 by default)");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var measured = new List<StackRun>();
for (var run = 0; run < runs; run++)
{
    await using var graph = RunningGraph.Start(TimeProvider.System);
    measured.Add(await StackRun.MeasureAsync(graph, stop.Token));
}

StackReport.Print(measured);
return measured.TrueForAll(run => run.AllHealthy) ? 0 : 1;
