using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.GraphReport;

/// <summary>A running graph that reports about itself.</summary>
internal sealed class ServedReport : IAsyncDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly TestGraph _graph = new();
    private DistributedApplication _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<ServedReport> StartAsync(Action<IDistributedApplicationBuilder, IResourceBuilder<GraphReportResource>> configure)
    {
        var report = new ServedReport();
        var resource = report._graph.Builder.AddGraphReport("graph");
        configure(report._graph.Builder, resource);
        report._app = report._graph.Builder.Build();
        await report._app.StartAsync(Cancellation);
        await report._app.ResourceNotifications.WaitForResourceAsync("graph", KnownResourceStates.Running, Cancellation);
        report.Client = new HttpClient { BaseAddress = new Uri(resource.Resource.PrimaryEndpoint.Url) };
        return report;
    }

    /// <summary>A resource as it is reported, once it is as wanted.</summary>
    public async Task<JsonNode> ResourceAsync(string name, Func<JsonNode, bool> isAsWanted)
        => (await EventsAsync("/resources/watch").Select(report => Resource(report, name)).FirstAsync(resource => resource is not null && isAsWanted(resource), Cancellation))!;

    public Task<JsonNode> RunningAsync(string name) => ResourceAsync(name, resource => (string?)resource["state"] == "Running");

    /// <summary>The data of the events of a stream, as they come.</summary>
    public async IAsyncEnumerable<JsonNode> EventsAsync(string path)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(s_bound);
        await using var stream = await Client.GetStreamAsync(new Uri(path, UriKind.Relative), timeout.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(timeout.Token)) yield return JsonNode.Parse(item.Data)!;
    }

    /// <summary>The lines of a log, as they come.</summary>
    public IAsyncEnumerable<JsonNode> LinesAsync(string resource, int? tail = null)
        => EventsAsync($"/resources/{resource}/logs{(tail is null ? "" : $"?tail={tail}")}").SelectMany(data => data["lines"]!.AsArray().Select(line => line!).ToAsyncEnumerable());

    public Task StopAsync() => _app.StopAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _graph.Dispose();
    }

    public static JsonNode? Resource(JsonNode report, string name) => report["resources"]!.AsArray().SingleOrDefault(resource => (string?)resource!["name"] == name);
}
