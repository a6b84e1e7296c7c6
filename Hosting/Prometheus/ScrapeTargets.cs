using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Prometheus;

/// <summary>Turns the graph's endpoints into target groups, one per target so that each can say which resource it is.</summary>
internal static class ScrapeTargets
{
    // The graph has no namespaces; rules and dashboards join on them.
    private const string Namespace = "default";

    public static async Task<string> SerializeAsync(IResource prometheus, string job, CancellationToken cancellationToken)
    {
        var groups = new List<TargetGroup>();
        foreach (var target in prometheus.Annotations.OfType<ScrapeTargetAnnotation>().Where(target => target.Job == job))
        {
            var labels = new Dictionary<string, string>
            {
                ["job"] = job,
                ["namespace"] = Namespace,
                ["pod"] = target.Endpoint.Resource.Name,
                ["__metrics_path__"] = target.Path,
            };
            if (prometheus.TryGetLastAnnotation<ScrapeIntervalAnnotation>(out var interval))
            {
                labels["__scrape_interval__"] = interval.Text;
                labels["__scrape_timeout__"] = interval.Timeout;
            }

            groups.Add(new TargetGroup([await AddressAsync(target.Endpoint, prometheus, cancellationToken)], labels));
        }

        return TargetGroup.Serialize(groups);
    }

    public static async Task<string> AddressAsync(EndpointReference endpoint, IResource caller, CancellationToken cancellationToken)
    {
        var context = new ValueProviderContext { Caller = caller };
        return await endpoint.Property(EndpointProperty.HostAndPort).GetValueAsync(context, cancellationToken)
            ?? throw new DistributedApplicationException($"Endpoint '{endpoint.EndpointName}' of '{endpoint.Resource.Name}' has no address.");
    }
}
