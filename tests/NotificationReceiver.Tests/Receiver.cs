using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kthena.NotificationReceiver.Tests;

/// <summary>The receiver on Kestrel, on a free port of loopback.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;

    public Receiver(string? token = null)
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("Receiver:Token", token)
            .ConfigureTestServices(services => services.AddFakeLogging()));
        _factory.UseKestrel();
        _factory.StartServer();
        Client = _factory.CreateClient();
    }

    public HttpClient Client { get; }

    public Uri Url => Client.BaseAddress!;

    /// <summary>The lines that it logged about alerts.</summary>
    public IReadOnlyList<string> Log =>
        [.. _factory.Services.GetFakeLogCollector().GetSnapshot().Where(r => r.Category!.EndsWith("NotificationLog", StringComparison.Ordinal)).Select(r => r.Message)];

    public Task<HttpResponseMessage> PostAsync(HttpContent body) => Client.PostAsync(Relative("notifications"), body, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(JsonNode body) => PostAsync(JsonContent.Create(body));

    public async Task<JsonArray> NotificationsAsync(string query = "") =>
        (await Client.GetFromJsonAsync<JsonObject>(Relative("notifications" + query), TestContext.Current.CancellationToken))!["notifications"]!.AsArray();

    public Task<HttpResponseMessage> ClearAsync() => Client.DeleteAsync(Relative("notifications"), TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<string>> MetricsAsync() =>
        [.. (await Client.GetStringAsync(Relative("metrics"), TestContext.Current.CancellationToken)).Split('\n').Where(l => l.StartsWith("notification_", StringComparison.Ordinal))];

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    private static Uri Relative(string path) => new("/" + path, UriKind.Relative);
}
