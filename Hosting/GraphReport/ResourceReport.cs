using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.GraphReport;

/// <summary>The answer of <c>/resources</c>.</summary>
internal sealed record ResourceReport(IReadOnlyList<ReportedResource> Resources)
{
    public static ResourceReport Of(ResourceStates states) => new([.. states.Instances.Select(ReportedResource.Of)]);
}

/// <summary>One instance of a resource.</summary>
internal sealed record ReportedResource(
    string Name, string Kind, string? State, string? Health, IReadOnlyDictionary<string, string> Urls, int? Pid, double? StartSeconds)
{
    public static ReportedResource Of(InstanceState instance) => new(
        instance.Resource.GetReplicaCount() > 1 ? instance.Id : instance.Resource.Name,
        instance.Snapshot.ResourceType,
        instance.StateText,
        instance.Snapshot.HealthStatus?.ToString(),
        instance.Snapshot.Urls.Where(url => url.Name is not null).GroupBy(url => url.Name!).ToDictionary(urls => urls.Key, urls => urls.First().Url),
        instance.IsRunning ? instance.ProcessId : null,
        instance.StartUp is { } startUp ? Math.Round(startUp.TotalSeconds, 3) : null);
}
