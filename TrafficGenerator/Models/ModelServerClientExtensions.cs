namespace Kthena.TrafficGenerator.Models;

internal static class ModelServerClientExtensions
{
    /// <summary>Adds a client of the service <c>model-server</c>.</summary>
    public static void AddModelServerClient(this IServiceCollection services)
    {
        var client = services.AddHttpClient<ModelServerClient>(http =>
        {
            http.BaseAddress = new Uri("http://model-server");
            // Whoever sends sets the deadline.
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
        // A generator that retries sends more than it was asked to when the server has the least to spare.
#pragma warning disable EXTEXP0001 // For evaluation only.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }
}
