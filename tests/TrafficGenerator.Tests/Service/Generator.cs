using System.Globalization;
using Kthena.TrafficGenerator.Measuring;
using Kthena.TrafficGenerator.Settings;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.TrafficGenerator.Tests.Service;

/// <summary>
/// The traffic generator as it runs in the graph, with a clock that only the test moves. Unless a test asks for something else it sends at a
/// constant rate, so that requests can be counted.
/// </summary>
public sealed class Generator : IAsyncDisposable
{
    private static readonly (string Key, string Value)[] s_countable = [("Profile", "steady"), ("Arrivals", "constant")];

    private readonly WebApplicationFactory<Program> _factory;
    private readonly HttpClient _client;
    private readonly RunStatistics _statistics;
    private readonly TrafficSettings _settings;
    private readonly CancellationToken _stopping;

    private Generator(WebApplicationFactory<Program> factory)
    {
        _factory = factory;
        _client = factory.CreateClient();
        // Taken now: a generator that ends by itself takes its services with it.
        _statistics = factory.Services.GetRequiredService<RunStatistics>();
        _settings = factory.Services.GetRequiredService<TrafficSettings>();
        _stopping = factory.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
    }

    public FakeTimeProvider Time { get; private init; } = null!;

    public static Generator Start(string modelServer, params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider();
        return new(new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("services:model-server:http:0", modelServer);
            foreach (var (key, value) in s_countable.Concat(settings))
                host.UseSetting("Traffic:" + key, value);
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time).AddLogging(logging => logging.AddFakeLogging()));
        }))
        { Time = time };
    }

    /// <summary>Moves the clock on in steps of a millisecond's timer.</summary>
    public void Pass(TimeSpan span, int steps = 1)
    {
        for (var i = 0; i < steps; i++)
            Time.Advance(span / steps);
    }

    /// <summary>Changes settings as a configuration source that reloads does.</summary>
    public void Change(params (string Key, string Value)[] settings)
    {
        var configuration = (IConfigurationRoot)_factory.Services.GetRequiredService<IConfiguration>();
        foreach (var (key, value) in settings)
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

    /// <summary>What was logged by a class of the generator so far.</summary>
    public IReadOnlyList<FakeLogRecord> Logged(string category) =>
        [.. _factory.Services.GetFakeLogCollector().GetSnapshot().Where(record => record.Category!.EndsWith("." + category, StringComparison.Ordinal))];

    /// <summary>Waits until a class of the generator has logged so many records, for 30 seconds at most.</summary>
    public async Task<IReadOnlyList<FakeLogRecord>> WaitForLogAsync(string category, int count)
    {
        await WaitAsync(() => Logged(category).Count >= count, () => $"{category} logged {Logged(category).Count} times, never {count}");
        return Logged(category);
    }

    /// <summary>Waits until the time of the arrivals runs, for 30 seconds at most.</summary>
    public async Task WaitForStartAsync()
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        while (await MetricAsync("traffic_target_requests_per_second") is not > 0)
            Assert.False(bound.IsCancellationRequested, "It does not start");
    }

    /// <summary>Waits until the generator begins to stop, for 30 seconds at most.</summary>
    public Task WaitForStopAsync() => WaitAsync(() => _stopping.IsCancellationRequested, () => "It goes on");

    /// <summary>What the generator's statistics say now.</summary>
    internal RunReport Report() => _statistics.Report(new(new Uri("http://model-server"), Duration: null, _settings.Current.Options));

    private static async Task WaitAsync(Func<bool> condition, Func<string> otherwise)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            Assert.False(bound.IsCancellationRequested, otherwise());
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => _factory.DisposeAsync();
}
