using System.Net.Http.Json;
using System.Text.Json;
using Kthena.SampleModelServer.Backends;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kthena.SampleModelServer.Tests;

/// <summary>The whole server on real Kestrel and a free loopback port, in this process.</summary>
public sealed class TestServer : IAsyncLifetime
{
    public const string Model = "lande-t50";
    public const string Pruned = "lande-t50-pruned";

    private readonly WebApplicationFactory<Program> _factory;

    public TestServer()
        : this([])
    {
    }

    internal TestServer(Dictionary<string, string> settings, Action<IServiceCollection>? configure = null)
    {
        _factory = new Factory().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Logging:LogLevel:Default", "None");
            // Tests say what is computed; those of the accuracy switch this on.
            host.UseSetting("Accuracy:Interval", "00:00:00");
            foreach (var (key, value) in settings)
                host.UseSetting(key, value);
            host.ConfigureTestServices(services => configure?.Invoke(services));
        });
        _factory.UseKestrel();
    }

    public HttpClient Client { get; private set; } = null!;

    internal IServiceProvider Services => _factory.Services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the server and waits until its models have been loaded or could not be.</summary>
    public async ValueTask InitializeAsync()
    {
        _factory.StartServer();
        Client = _factory.CreateClient();
        await Eventually.Async(async () => !(await Client.GetStringAsync(new Uri("/v1/models", UriKind.Relative), Cancellation)).Contains("loading", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
    }

    internal static async Task<TestServer> StartAsync(Dictionary<string, string>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var server = new TestServer(settings ?? [], configure);
        await server.InitializeAsync();
        return server;
    }

    internal static Task<TestServer> StartWithBackendAsync(
        IInferenceBackend backend, Action<IServiceCollection>? configure = null, Dictionary<string, string>? settings = null) => StartAsync(settings, services =>
    {
        services.RemoveAll<IInferenceBackend>();
        services.AddSingleton(backend);
        configure?.Invoke(services);
    });

    internal Task<HttpResponseMessage> ClassifyAsync(string input, string model = Model) =>
        Client.PostAsJsonAsync("/classify", new { model, input }, Cancellation);

    internal Task<HttpResponseMessage> ClassifyAsync(IEnumerable<string> input, string model = Model) =>
        Client.PostAsJsonAsync("/classify", new { model, input }, Cancellation);

    internal Task<HttpResponseMessage> ClassifyAsync(string input, string priority, string model, CancellationToken cancellationToken) =>
        Client.PostAsJsonAsync("/classify", new { model, input, priority }, cancellationToken);

    internal Task<HttpResponseMessage> LoadAsync(string model = Model) => Client.PostAsync(new Uri($"/v1/models/{model}/load", UriKind.Relative), null, Cancellation);

    internal Task<HttpResponseMessage> UnloadAsync(string model = Model) => Client.PostAsync(new Uri($"/v1/models/{model}/unload", UriKind.Relative), null, Cancellation);

    internal async Task<double> QueueDepthAsync(string priority = "normal", string model = Model) =>
        (await MetricsAsync())[$"inference_queue_depth{{model_id=\"{model}\",priority=\"{priority}\"}}"];

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

    internal async Task<Metrics> MetricsAsync() => Metrics.Parse(await Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation));

    private sealed class Factory : WebApplicationFactory<Program>;
}
