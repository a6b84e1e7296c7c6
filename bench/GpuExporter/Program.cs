using Kthena.Bench.GpuExporter;
using Kthena.FakeNvml;

// Scrapes the exporter on a fake machine of 8 GPUs, with a model's process on each, and in turn one on a machine without any, which is what a
// scrape costs anyway. The driver is the fake NVML: a real one takes the time of its own calls on top.
if (FakeLibrary.Refusal is { } refusal)
{
    Console.Error.WriteLine($"The fake NVML cannot be compiled: {refusal}.");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var scrapes = args is [var count] && int.TryParse(count, out var parsed) && parsed > 0 ? parsed : 2000;
await using var none = await ExporterUnderLoad.StartAsync(devices: 0, stop.Token);
await using var eight = await ExporterUnderLoad.StartAsync(devices: 8, stop.Token);
// An exporter runs for weeks and is measured as it is then: compiled for good, which goes on for seconds behind the calls that cause it.
for (var warmUp = 0; warmUp < 5_000; warmUp++)
{
    await none.WarmUpAsync(stop.Token);
    await eight.WarmUpAsync(stop.Token);
}

for (var scrape = 0; scrape < scrapes; scrape++)
{
    await none.ScrapeAsync(stop.Token);
    await eight.ScrapeAsync(stop.Token);
}

var isWithin = ScrapeReport.Print(none.Measured(), eight.Measured(), UndisturbedRun.IsThis);

// The bar is the exporter's own: where it can be told from the scheduler's share, that decides.
return isWithin || UndisturbedRun.IsThis ? (isWithin ? 0 : 1) : await UndisturbedRun.TryAsync(args, stop.Token) ?? 1;
