namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>The answer of <c>/resources</c>.</summary>
internal sealed record ResourceReport(IReadOnlyList<ReportedResource> Resources)
{
    public static ResourceReport Of(ResourceStates states)
    {
        var instances = states.Instances.ToList();
        // What is not in the report, such as a parameter, is not named by it either.
        var known = instances.Select(instance => instance.Resource.Name).ToHashSet(StringComparer.Ordinal);
        return new([.. instances.Select(instance => ReportedResource.Of(instance, known))]);
    }
}
