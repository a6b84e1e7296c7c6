using System.Collections;
using System.Collections.ObjectModel;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The annotations of a resource. Enumeration works on a snapshot: callbacks may add annotations while others read.</summary>
public sealed class ResourceAnnotationCollection : Collection<IResourceAnnotation>, IEnumerable<IResourceAnnotation>
{
    private readonly Lock _lock = new();

    IEnumerator<IResourceAnnotation> IEnumerable<IResourceAnnotation>.GetEnumerator() => Snapshot().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Snapshot().GetEnumerator();

    protected override void InsertItem(int index, IResourceAnnotation item)
    {
        lock (_lock)
            base.InsertItem(index, item);
    }

    protected override void RemoveItem(int index)
    {
        lock (_lock)
            base.RemoveItem(index);
    }

    protected override void SetItem(int index, IResourceAnnotation item)
    {
        lock (_lock)
            base.SetItem(index, item);
    }

    protected override void ClearItems()
    {
        lock (_lock)
            base.ClearItems();
    }

    private IEnumerable<IResourceAnnotation> Snapshot()
    {
        lock (_lock)
            return [.. Items];
    }
}

public enum ResourceAnnotationMutationBehavior
{
    Append,
    Replace,
}
