using System.Globalization;

namespace Aspire.Hosting.Supervisor.Processes;

/// <summary>A picture of the machine's processes at one moment.</summary>
internal sealed class ProcessTable
{
    private readonly Dictionary<int, ProcessEntry> _entries = [];

    private ProcessTable()
    {
    }

    public static ProcessTable Read()
    {
        var table = new ProcessTable();
        foreach (var id in ProcessIds())
            if (ProcessEntry.TryRead(id) is { } entry)
                table._entries[id] = entry;
        return table;
    }

    public static IEnumerable<int> ProcessIds()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                yield return id;
    }

    /// <summary>Living descendants, children first or last in no order.</summary>
    public IEnumerable<ProcessEntry> DescendantsOf(int ancestor) => _entries.Values.Where(entry => !entry.IsZombie && IsDescendant(entry, ancestor));

    /// <summary>Children that have ended and wait for their parent to notice.</summary>
    public IEnumerable<int> ZombieChildrenOf(int parent) => _entries.Values.Where(entry => entry.IsZombie && entry.ParentId == parent).Select(entry => entry.Id);

    private bool IsDescendant(ProcessEntry entry, int ancestor)
    {
        // The depth is bounded: entries are read one by one, so a reused id could close a circle.
        for (var depth = 0; depth < 1000; depth++)
        {
            if (entry.ParentId == ancestor) return true;
            if (!_entries.TryGetValue(entry.ParentId, out entry)) return false;
        }

        return false;
    }

    public bool IsWithin(ProcessEntry entry, int root) => entry.Id == root || IsDescendant(entry, root);
}
