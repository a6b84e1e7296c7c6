namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>The answer of <c>/resources</c>.</summary>
internal sealed record ResourceReport(IReadOnlyList<ReportedResource> Resources)
{
    public static ResourceReport Of(ResourceStates states)
    {
        var instances = states.Instances.ToList();
        // Each replica has a name; what is not in the report, such as a parameter, has none.
        var names = instances.ToLookup(instance => instance.Resource.Name, instance => instance.Name, StringComparer.Ordinal);
        return new([.. instances.Select(instance => ReportedResource.Of(instance, names))]);
    }
}
