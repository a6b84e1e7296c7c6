using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;
using Aspire.Hosting.Prometheus;
using Aspire.Hosting.Prometheus.Rules;
using Aspire.Hosting.Reload;
using Aspire.Hosting.Runtime;

namespace Aspire.Hosting;

/// <summary>Adds Prometheus to the graph.</summary>
public static class PrometheusBuilderExtensions
{
    private const string ContainerDataPath = "/prometheus";

    private static readonly Tool s_tool = new("prometheus")
    {
        Image = (PrometheusContainerImageTags.Registry, PrometheusContainerImageTags.Image, PrometheusContainerImageTags.Tag),
        ContainerPort = 9090,
        ContainerConfigRoot = "/etc/prometheus",
        ReadyPath = "/-/ready",
    };

    /// <summary>
    /// Adds a Prometheus server. It runs as a container (<inheritdoc cref="PrometheusContainerImageTags.Image" path="/remarks"/>,
    /// <inheritdoc cref="PrometheusContainerImageTags.Tag" path="/remarks"/>) or, without a container engine, as the real binary.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="port">The port on this machine; a free one when left out.</param>
    /// <returns>The builder of the resource.</returns>
    /// <exception cref="DistributedApplicationException">It shall run as a process and no binary was found.</exception>
    /// <example>
    /// <code>
    /// builder.AddPrometheus("prometheus")
    ///     .WithConfig("../config/prometheus")
    ///     .WithRules("../rules/alerts")
    ///     .WithScrape(server, job: "kthena-models");
    /// </code>
    /// </example>
    public static IResourceBuilder<IPrometheusResource> AddPrometheus(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var prometheus = builder.AddTool<IPrometheusResource, PrometheusContainerResource, PrometheusExecutableResource>(
            s_tool, name, port, IPrometheusResource.PrimaryEndpointName,
            static name => new PrometheusContainerResource(name),
            static (name, command, workingDirectory) => new PrometheusExecutableResource(name, command, workingDirectory));
        return prometheus
            .WithIconName("DataHistogram")
            .WithArgs(context => PrometheusArguments.Add(context, prometheus.Resource, StackRuntime.For(builder)))
            .WithConfigReload(IPrometheusResource.PrimaryEndpointName, "promtool", ["check", "config"], "prometheus.yml");
    }

    /// <summary>Takes <c>prometheus.yml</c> and what lies beside it from a folder.</summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="directory">The folder, absolute or relative to the AppHost's folder.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IPrometheusResource> WithConfig(this IResourceBuilder<IPrometheusResource> builder, string directory)
        => builder.WithConfigFiles(directory, "config");

    /// <summary>Takes the scrape configurations of this environment (<c>scrape.d/*.yml</c>) from a folder.</summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="directory">The folder, absolute or relative to the AppHost's folder.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IPrometheusResource> WithScrapeConfigs(this IResourceBuilder<IPrometheusResource> builder, string directory)
        => builder.WithConfigFiles(directory, "scrape.d");

    /// <summary>
    /// Takes alerting and recording rules (<c>*.yml</c>) from a folder. It is seen as <c>rules/{name of the folder}</c>, so that several may be given.
    /// </summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="directory">The folder, absolute or relative to the AppHost's folder.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IPrometheusResource> WithRules(this IResourceBuilder<IPrometheusResource> builder, string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return builder.WithConfigFiles(directory, $"rules/{Path.GetFileName(Path.TrimEndingDirectorySeparator(directory))}");
    }

    /// <summary>
    /// Tells alerts where their links lead, by the series <c>kthena:links:info</c>: each given base of URLs is one of its labels, and annotations
    /// such as <c>runbook_url</c> read them. Called again, it takes the place of what was said before.
    /// </summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="runbooks">Where <c>{alert}.md</c> is found, e.g. <c>https://example.org/runbooks</c>.</param>
    /// <param name="dashboards">Grafana, or what answers to its paths (<c>/d/{uid}</c>).</param>
    /// <param name="traces">Jaeger's pages, or what answers to their paths.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">None is given.</exception>
    /// <remarks>The URLs are those that a browser on this machine opens.</remarks>
    /// <example>
    /// <code>
    /// prometheus.WithAlertLinks(runbooks: ReferenceExpression.Create($"{graph.GetEndpoint("http")}/runbooks"));
    /// </code>
    /// </example>
    public static IResourceBuilder<IPrometheusResource> WithAlertLinks(
        this IResourceBuilder<IPrometheusResource> builder,
        ReferenceExpression? runbooks = null, ReferenceExpression? dashboards = null, ReferenceExpression? traces = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var links = new Dictionary<string, ReferenceExpression>();
        if (runbooks is not null) links[nameof(runbooks)] = runbooks;
        if (dashboards is not null) links[nameof(dashboards)] = dashboards;
        if (traces is not null) links[nameof(traces)] = traces;
        if (links.Count == 0) throw new ArgumentException("Give at least one of runbooks, dashboards and traces.", nameof(runbooks));
        return builder.WithGeneratedFile(
            AlertLinks.File, (prometheus, cancellationToken) => AlertLinks.SerializeAsync(prometheus, links, cancellationToken), AlertLinks.Folder);
    }

    /// <summary>Scrapes a resource's endpoint. Targets carry the labels <c>job</c>, <c>namespace</c> and <c>pod</c>, as in a cluster.</summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="target">What is scraped.</param>
    /// <param name="job">The value of the <c>job</c> label.</param>
    /// <param name="path">The HTTP path of the metrics.</param>
    /// <param name="endpointName">The endpoint that serves them.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IPrometheusResource> WithScrape(
        this IResourceBuilder<IPrometheusResource> builder, IResourceBuilder<IResourceWithEndpoints> target, string job,
        string path = "/metrics", [EndpointName] string endpointName = "http")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentException.ThrowIfNullOrEmpty(job);
        if (!builder.Resource.Annotations.OfType<ScrapeTargetAnnotation>().Any(scrape => scrape.Job == job))
            builder.WithGeneratedFile($"targets/{job}.json", (prometheus, cancellationToken) => ScrapeTargets.SerializeAsync(prometheus, job, cancellationToken));
        if (target.Resource != builder.Resource) builder.WithReferenceRelationship(target.Resource);
        return builder.WithAnnotation(new ScrapeTargetAnnotation(job, target.GetEndpoint(endpointName), path));
    }

    /// <summary>
    /// Scrapes the graph's targets at another interval than <c>prometheus.yml</c> says, so that a person sees data move. A scrape may take as long as
    /// the interval, at most 10 s. The AppHost's <c>Prometheus:ScrapeInterval</c> (such as <c>00:00:05</c>) takes the place of the one given; when it is
    /// empty <c>prometheus.yml</c> decides.
    /// </summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="interval">The interval, in whole milliseconds.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The interval is under a millisecond.</exception>
    /// <exception cref="DistributedApplicationException">The configured interval is no time, or under a millisecond.</exception>
    public static IResourceBuilder<IPrometheusResource> WithScrapeInterval(this IResourceBuilder<IPrometheusResource> builder, TimeSpan interval)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(1));
        if (builder.ApplicationBuilder.Configuration[ScrapeIntervalAnnotation.ConfigurationKey] is not { } configured)
            return builder.WithAnnotation(new ScrapeIntervalAnnotation(interval), ResourceAnnotationMutationBehavior.Replace);
        if (configured.Length == 0) return builder;
        return TimeSpan.TryParseExact(configured, "c", CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.FromMilliseconds(1)
            ? builder.WithAnnotation(new ScrapeIntervalAnnotation(time), ResourceAnnotationMutationBehavior.Replace)
            : throw new DistributedApplicationException($"{ScrapeIntervalAnnotation.ConfigurationKey}={configured} is no interval. Give hours, minutes and seconds, such as 00:00:02, or nothing for that of prometheus.yml.");
    }

    /// <summary>Sends alerts to an Alertmanager. Several form a highly available group.</summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="alertmanager">The receiver of alerts.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IPrometheusResource> WithAlertmanager(
        this IResourceBuilder<IPrometheusResource> builder, IResourceBuilder<IAlertmanagerResource> alertmanager)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(alertmanager);
        var endpoint = alertmanager.Resource.PrimaryEndpoint;
        return builder
            .WithReferenceRelationship(alertmanager.Resource)
            .WithGeneratedFile($"targets/alertmanagers/{alertmanager.Resource.Name}.json", async (prometheus, cancellationToken) =>
                TargetGroup.Serialize([new TargetGroup([await ScrapeTargets.AddressAsync(endpoint, prometheus, cancellationToken)], new Dictionary<string, string>())]));
    }

    /// <summary>Keeps the time series from run to run.</summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="name">The volume's name; one of the application and the resource when left out. A process keeps them in the state folder.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IPrometheusResource> WithDataVolume(this IResourceBuilder<IPrometheusResource> builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithDataVolume(ContainerDataPath, name);
    }

    /// <summary>Limits how long, or how much, Prometheus keeps. Whichever limit is met first removes the oldest block.</summary>
    /// <param name="builder">The Prometheus server.</param>
    /// <param name="time">The age at which samples are removed. At least a minute.</param>
    /// <param name="bytes">The size of all blocks; unlimited when left out.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is under a minute, or the size is not positive.</exception>
    public static IResourceBuilder<IPrometheusResource> WithRetention(
        this IResourceBuilder<IPrometheusResource> builder, TimeSpan time, long? bytes = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.FromMinutes(1));
        if (bytes is { } size) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(bytes));
        return builder.WithAnnotation(new RetentionAnnotation(time, bytes), ResourceAnnotationMutationBehavior.Replace);
    }
}
