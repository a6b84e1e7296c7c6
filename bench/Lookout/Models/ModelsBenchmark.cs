using Kthena.Bench.Lookout.Browsing;

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
        OverviewReport.Print(few, many);
        return
        [
            Bar.AtMost($"{Many} models: data in every panel in sight, ms, max", many.Ready.Max, MostReady),
            .. many.Places.SelectMany(place => place.Interactions.Kinds,
                (place, kind) => Bar.AtMost($"{Many} models, {place.Name}: {kind.Name}, ms, p95", kind.Milliseconds.Quantile(0.95), MostInteraction)),
            Bar.AtMost($"heap, {Many} to {Few} models", many.Heap / few.Heap, MostHeapGrowth),
        ];
    }
}
