namespace Kthena.SampleModelServer.Batching;

/// <summary>
/// A bounded queue that serves the request which is due first: its arrival plus the allowance of its priority. Within a priority that is first
/// come, first served. Not safe for several threads.
/// </summary>
internal sealed class RequestQueue
{
    private readonly JobList[] _lists = [new(), new(), new()];
    private readonly long[] _allowances;
    private readonly int[] _limits;

    public RequestQueue(int capacity, TimeProvider time)
    {
        _allowances = [.. RequestPriorities.All.Select(priority => (long)(priority.Allowance().TotalSeconds * time.TimestampFrequency))];
        _limits = [.. RequestPriorities.All.Select(priority => Math.Max(1, (int)(priority.Share() * capacity)))];
    }

    /// <summary>The number of requests that wait, over all priorities.</summary>
    public int Count { get; private set; }

    /// <summary>The number of texts that wait.</summary>
    public int Texts { get; private set; }

    public int CountOf(RequestPriority priority) => _lists[(int)priority].Count;

    /// <summary>Whether fewer wait than a request of this priority may find.</summary>
    public bool HasRoomFor(RequestPriority priority) => Count < _limits[(int)priority];

    /// <returns>False when there is no room for it.</returns>
    public bool TryAdd(InferenceJob job)
    {
        if (!HasRoomFor(job.Priority))
            return false;

        _lists[(int)job.Priority].Add(job);
        Count++;
        Texts += job.Waiting;
        return true;
    }

    /// <summary>Takes a request out, whichever its place.</summary>
    public void Remove(InferenceJob job)
    {
        _lists[(int)job.Priority].Remove(job);
        Count--;
        Texts -= job.Waiting;
    }

    /// <summary>The request that is due first.</summary>
    public InferenceJob? First()
    {
        InferenceJob? first = null;
        var firstDue = long.MaxValue;
        for (var priority = 0; priority < _lists.Length; priority++)
        {
            if (_lists[priority].First is { } job && job.EnqueuedAt + _allowances[priority] is var due && due < firstDue)
                (first, firstDue) = (job, due);
        }

        return first;
    }

    /// <summary>When the request came that waits longest.</summary>
    public long OldestEnqueuedAt()
    {
        var oldest = long.MaxValue;
        foreach (var list in _lists)
            oldest = Math.Min(oldest, list.First?.EnqueuedAt ?? long.MaxValue);
        return oldest;
    }

    /// <summary>Takes the next text of the first request; the request leaves with its last one.</summary>
    public int TakeText(InferenceJob job, out string text)
    {
        var index = job.Take(out text);
        Texts--;
        if (job.Waiting == 0)
            Remove(job);
        return index;
    }
}
