namespace Aspire.Hosting.ApplicationModel;

internal static class ResourceCollectionExtensions
{
    /// <summary>The collection is open: resources can come without AddResource.</summary>
    public static void ThrowIfNamesClash(this IResourceCollection resources)
    {
        if (resources.GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } clash)
            throw new DistributedApplicationException($"Multiple resources with the name '{clash.Key}'. Resource names are case-insensitive.");
    }
}
