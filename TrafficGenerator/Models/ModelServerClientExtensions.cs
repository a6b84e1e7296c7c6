using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Models;

internal static class ModelServerClientExtensions
{
    private const string Service = "model-server";

    // Requests have deadlines of their own; this bounds connections that no request waits for any more.
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Adds a client of the server that the settings name, or else of the service <c>model-server</c>.</summary>
    public static void AddModelServerClient(this IServiceCollection services, RunOptions options)
    {
        if (options.Server is { } server)
            services.AddSingleton(_ => new ModelServerClient(Configure(new HttpClient(CreateHandler()), server)));
        else
            services.AddServiceClient();
    }

    private static void AddServiceClient(this IServiceCollection services)
    {
        // One client lives as long as the process; so do its connections.
        var client = services.AddHttpClient(Service).ConfigurePrimaryHttpMessageHandler(CreateHandler).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        // A generator that retries sends more than it was asked to when the server has the least to spare.
#pragma warning disable EXTEXP0001 // For evaluation only.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        services.AddSingleton(provider =>
            new ModelServerClient(Configure(provider.GetRequiredService<IHttpClientFactory>().CreateClient(Service), new Uri($"http://{Service}"))));
    }

    // The limit of requests in flight, which can change at run time, is what bounds connections; a lower limit here would make requests wait unseen.
    private static SocketsHttpHandler CreateHandler() => new()
    {
        MaxConnectionsPerServer = TrafficOptions.MostInFlight,
        ConnectTimeout = s_connectTimeout,
        UseCookies = false,
        AllowAutoRedirect = false,
        UseProxy = false,
    };

    private static HttpClient Configure(HttpClient http, Uri server)
    {
        http.BaseAddress = server;
        // Whoever sends sets the deadline.
        http.Timeout = Timeout.InfiniteTimeSpan;
        return http;
    }
}
