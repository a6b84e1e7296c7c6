using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests.Faults;

/// <summary>A server with fault injection enabled.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly TestServer _server;

    private FaultyServer(TestServer server) => _server = server;

    public TestServer Server => _server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FaultyServer> StartAsync(FakeTimeProvider? time = null, Dictionary<string, string>? settings = null, Action<IServiceCollection>? configure = null) =>
        new(await TestServer.StartAsync(new(settings ?? []) { ["Faults:Enabled"] = "true" }, services =>
        {
            if (time is not null)
            {
                services.RemoveAll<TimeProvider>();
                services.AddSingleton<TimeProvider>(time);
            }

            configure?.Invoke(services);
        }));

    public Task<HttpResponseMessage> PutAsync(string fault, object request) =>
        _server.Client.PutAsJsonAsync($"/faults/{fault}", request, Cancellation);

    /// <summary>Injects a fault, which has to be accepted.</summary>
    public async Task<JsonElement> InjectAsync(string fault, object request)
    {
        using var response = await PutAsync(fault, request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        return await TestServer.JsonAsync(response);
    }

    public async Task ClearAsync(string path = "")
    {
        using var response = await _server.Client.DeleteAsync(new Uri($"/faults{path}", UriKind.Relative), Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>The active faults as <c>name model</c>.</summary>
    public async Task<string[]> ActiveAsync()
    {
        var list = await _server.Client.GetFromJsonAsync<JsonElement>("/faults", Cancellation);
        return [.. list.GetProperty("faults").EnumerateArray().Select(fault => $"{fault.GetProperty("name").GetString()} {fault.GetProperty("model").GetString()}".Trim())];
    }

    /// <summary>The status of one request.</summary>
    public async Task<int> StatusAsync(string model = TestServer.Model, string text = "hello")
    {
        using var response = await _server.ClassifyAsync(text, model);
        return (int)response.StatusCode;
    }

    public Task<Metrics> MetricsAsync() => _server.MetricsAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
