using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Kthena.StackTesting.Scaling;

namespace Kthena.StackTesting;

/// <summary>The whole graph, with a state folder of its own and time divided by <see cref="DurationScale.Factor"/>.</summary>
public sealed class RunningGraph : IAsyncDisposable
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("kthena-state-");
    private readonly ScaledContent _content;

    private RunningGraph(ScaledContent content, DistributedApplication app) => (_content, App) = (content, app);

    public DistributedApplication App { get; private set; }

    /// <summary>Where config/, rules/ and dashboards/ of this run lie; they may be changed.</summary>
    public string Content => _content.Directory;

    /// <summary>The run's state folder.</summary>
    public string State => _state.FullName;

    public NotificationClient Notifications => new(App.CreateHttpClient("receiver", "http"));

    public PrometheusClient Prometheus => new(App.CreateHttpClient("prometheus", "http"));

    /// <summary>Starts the graph in processes and waits until all of it is healthy.</summary>
    public static Task<RunningGraph> StartAsync(CancellationToken cancellationToken) => StartAsync(new RunningGraphOptions(), cancellationToken);

    /// <summary>Starts the graph and waits until all of it is healthy.</summary>
    public static async Task<RunningGraph> StartAsync(RunningGraphOptions options, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_startTimeout);
        var content = ScaledContent.Of(Repository.Root, options.ScalesRules);
        var stack = new RunningGraph(content, null!);
        try
        {
            var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
                [$"--Stack:Runtime={options.Runtime}", $"--Stack:State={stack._state.FullName}", $"--Stack:Content={content.Directory}",
                 "--Prometheus:ScrapeInterval=", // that of the content, which is scaled
                 "--Grafana:Enabled=false", // the same graph wherever tests run
                 .. options.Arguments], timeout.Token);
            Scale(builder);
            options.Configure(builder, stack);
            stack.App = await builder.BuildAsync(timeout.Token);
            await stack.App.StartAsync(timeout.Token);
            await Task.WhenAll(builder.Resources.OfType<IResourceWithWaitSupport>()
                .Select(resource => stack.App.ResourceNotifications.WaitForResourceHealthyAsync(resource.Name, timeout.Token)));
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until every target is up, Alertmanager is discovered and no alert but Watchdog, and those that may be, is active.</summary>
    public Task IsQuietAsync(TimeSpan bound, CancellationToken cancellationToken, params IReadOnlyCollection<string> except)
        => Eventually.IsTrueAsync("Every target being up without an alert", bound, async cancellation =>
        {
            var targets = (await Prometheus.TargetHealthAsync(cancellation)).SelectMany(job => job).ToList();
            return targets.Count > 0 && targets.TrueForAll(health => health == "up")
                && await Prometheus.AlertmanagersAsync(cancellation) > 0
                && (await Prometheus.ActiveAlertsAsync(cancellation)).All(alert => alert == "Watchdog" || except.Contains(alert));
        }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (App is not null) await App.DisposeAsync(); // null when the start failed before there was one
        _content.Dispose();
        _state.Delete(recursive: true);
    }

    // What Prometheus takes from its command line, at its defaults divided by the factor.
    private static void Scale(IDistributedApplicationTestingBuilder builder)
    {
        var prometheus = builder.Resources.OfType<IPrometheusResource>().Single();
        builder.CreateResourceBuilder(prometheus).WithArgs(
            DurationScale.Apply("--query.lookback-delta=5m"),
            DurationScale.Apply("--rules.alert.for-grace-period=10m"),
            DurationScale.Apply("--rules.alert.for-outage-tolerance=1h"),
            DurationScale.Apply("--rules.alert.resend-delay=1m"));
    }
}
