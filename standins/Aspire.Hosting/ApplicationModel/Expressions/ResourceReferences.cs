namespace Aspire.Hosting.ApplicationModel;

/// <summary>Finds the resources that values refer to.</summary>
internal static class ResourceReferences
{
    public static IReadOnlyCollection<IResource> In(IEnumerable<object> values)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var found = new List<IResource>();
        var open = new Queue<object>(values);
        while (open.TryDequeue(out var value))
        {
            if (!seen.Add(value))
                continue;
            if (value is IResource resource)
                found.Add(resource);
            else if (value is IResourceBuilder<IResource> builder)
                open.Enqueue(builder.Resource);
            else if (value is IValueWithReferences { References: var references })
                foreach (var reference in references)
                    open.Enqueue(reference);
        }

        return found;
    }
}
