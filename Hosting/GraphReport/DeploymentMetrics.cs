using Aspire.Hosting.ApplicationModel;
using Prometheus;

namespace Aspire.Hosting.GraphReport;

/// <summary>
/// The replicas of the graph's resources under kube-state-metrics' names, read at each scrape from what the graph last said.
/// </summary>
internal sealed class DeploymentMetrics
{
    // The graph has no namespaces; rules and dashboards join on them.
    private const string Namespace = "default";

    private static readonly string[] s_labels = ["namespace", "deployment"];

    private readonly ResourceStates _states;
    private readonly StuckDeployments _stuck;
    private readonly Gauge _desired;
    private readonly Gauge _current;
    private readonly Gauge _ready;

    public DeploymentMetrics(ResourceStates states, StuckDeployments stuck)
    {
        _states = states;
        _stuck = stuck;
        var metrics = Metrics.WithCustomRegistry(Registry);
        _desired = metrics.CreateGauge("kube_deployment_spec_replicas", "Number of desired pods for a deployment.", s_labels);
        _current = metrics.CreateGauge("kube_deployment_status_replicas", "The number of replicas per deployment.", s_labels);
        _ready = metrics.CreateGauge("kube_deployment_status_replicas_ready", "The number of ready replicas per deployment.", s_labels);
        Registry.AddBeforeCollectCallback(Collect);
    }

    public CollectorRegistry Registry { get; } = Metrics.NewCustomRegistry();

    private void Collect()
    {
        var instances = _states.Instances.ToLookup(instance => instance.Resource);
        foreach (var resource in _states.Deployments)
        {
            var known = instances[resource].ToList();
            foreach (var deployment in Deployments(resource))
                Set(deployment, resource.GetReplicaCount(), known);
        }
    }

    public static IEnumerable<string> Deployments(IResource resource) =>
        resource.TryGetAnnotationsOfType<DeploymentAnnotation>(out var named) ? named.Select(name => name.Deployment).Distinct() : [resource.Name];

    private void Set(string deployment, int replicas, List<InstanceState> instances)
    {
        var desired = Math.Max(0, replicas - instances.Count(instance => instance.StoppedOnRequest));
        _desired.WithLabels(Namespace, deployment).Set(_stuck.Contains(deployment) ? desired + 1 : desired);
        _current.WithLabels(Namespace, deployment).Set(instances.Count(instance => instance.IsRunning));
        _ready.WithLabels(Namespace, deployment).Set(instances.Count(instance => instance.IsReady));
    }
}
