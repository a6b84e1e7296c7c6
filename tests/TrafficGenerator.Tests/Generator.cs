using System.Globalization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.TrafficGenerator.Tests;

/// <summary>The traffic generator as it runs in the graph, with a clock that only the test moves.</summary>
public sealed class Generator : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;
    private readonly HttpClient _client;

    private Generator(WebApplicationFactory<Program> factory)
    {
        _factory = factory;
        _client = factory.CreateClient();
    }

    public FakeTimeProvider Time { get; private init; } = null!;

    public static Generator Start(string modelServer, params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider();
        return new(new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("services:model-server:http:0", modelServer);
            foreach (var (key, value) in settings)
                host.UseSetting("Traffic:" + key, value);
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time));
        }))
        { Time = time };
    }

    /// <summary>Moves the clock on in steps of a millisecond's timer.</summary>
    public void Pass(TimeSpan span, int steps = 1)
    {
        for (var i = 0; i < steps; i++)
            Time.Advance(span / steps);
    }

    /// <summary>Changes a setting as a configuration source that reloads does.</summary>
    public void Change(string key, string value)
    {
        var configuration = (IConfigurationRoot)_factory.Services.GetRequiredService<IConfiguration>();
        configuration["Traffic:" + key] = value;
        configuration.Reload();
    }

    public async Task<string> GetAsync(string path) => await _client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The value of a metric, such as <c>traffic_requests_total{status="200"}</c>; null when it is not exposed.</summary>
    public async Task<double?> MetricAsync(string series)
    {
        var line = (await GetAsync("/metrics")).Split('\n').FirstOrDefault(l => l.StartsWith(series + " ", StringComparison.Ordinal));
        return line is null ? null : double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a metric until it has the value, for 30 seconds at most.</summary>
    public async Task WaitForMetricAsync(string series, double value)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        double? last;
        while ((last = await MetricAsync(series)) != value)
            Assert.False(bound.IsCancellationRequested, $"{series} is {last}, never {value}");
    }

    public ValueTask DisposeAsync() => _factory.DisposeAsync();
}
