using System.Text.Json.Nodes;

namespace Kthena.Integration.Tests.Traffic;

/// <summary>Some seconds of traffic on a model server, and what both have to say about it.</summary>
public sealed class TrafficRun : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kthena-traffic-");

    /// <summary>The generator's report.</summary>
    public JsonNode Client { get; private set; } = null!;

    public ServerMetrics Server { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Requests wait for others to fill a batch, and thirty may at a time, so that some are refused.
        await using var server = ServiceProcess.Start(
            "SampleModelServer", "--urls=http://127.0.0.1:0", "--Accuracy:Interval=00:00:00", "--Cache:Capacity=0",
            "--Inference:MaxBatchSize=256", "--Inference:MaxBatchDelay=00:00:00.4", "--Inference:QueueCapacity=30");
        var address = await server.AddressAsync(Cancellation);
        var report = Path.Join(_folder.FullName, "report.json");

        await using var traffic = ServiceProcess.Start(
            "TrafficGenerator", "--server", $"{address}", "--profile", "steady", "--rps", "100", "--duration", "4s", "--report", report);
        Assert.Equal(0, await traffic.ExitCodeAsync(Cancellation));

        Client = JsonNode.Parse(await File.ReadAllTextAsync(report, Cancellation))!;
        using var http = new HttpClient();
        Server = new ServerMetrics(await http.GetStringAsync(new Uri(address, "/metrics"), Cancellation));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
