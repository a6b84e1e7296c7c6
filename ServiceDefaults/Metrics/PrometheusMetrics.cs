using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Prometheus;

namespace Kthena.ServiceDefaults.Metrics;

internal static class PrometheusMetrics
{
    public const string Path = "/metrics";

    // A trace id that changes every second is enough to jump from a bucket to a trace; taking one for every request is not free.
    private static readonly TimeSpan s_exemplarInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Adds a <see cref="CollectorRegistry"/> of this host's own (never the process-wide one) and an <see cref="IMetricFactory"/> on it.
    /// </summary>
    public static void AddPrometheusMetrics(this IHostApplicationBuilder builder)
    {
        var options = MetricsOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(_ => CreateRegistry());
        builder.Services.AddSingleton<IMetricFactory>(services => CreateFactory(services.GetRequiredService<CollectorRegistry>()));

        if (options.Address is { } address)
        {
            ServerAddresses.Add(builder.Configuration, address);
            builder.Services.AddTransient<IStartupFilter, MetricsPortFilter>();
        }
    }

    public static void MapPrometheusMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<MetricsOptions>().Port is null)
            app.MapMetrics(settings => settings.Registry = app.Services.GetRequiredService<CollectorRegistry>(), Path);
    }

    private static CollectorRegistry CreateRegistry()
    {
        var registry = Prometheus.Metrics.NewCustomRegistry();
        if (OperatingSystem.IsLinux())
            ProcessMetrics.Register(registry);
        else
            DotNetStats.Register(registry);
        return registry;
    }

    private static MetricFactory CreateFactory(CollectorRegistry registry)
    {
        var factory = Prometheus.Metrics.WithCustomRegistry(registry);
        factory.ExemplarBehavior = new ExemplarBehavior
        {
            DefaultExemplarProvider = (_, _) => Exemplar.FromTraceContext(),
            NewExemplarMinInterval = s_exemplarInterval,
        };
        return factory;
    }
}
