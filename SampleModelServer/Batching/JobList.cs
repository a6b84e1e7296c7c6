namespace Kthena.SampleModelServer.Batching;

/// <summary>First in, first out, with removal from any place in constant time and no allocation: the jobs are the links.</summary>
internal sealed class JobList
{
    private InferenceJob? _last;

    public InferenceJob? First { get; private set; }

    public int Count { get; private set; }

    public void Add(InferenceJob job)
    {
        job.Before = _last;
        if (_last is null)
            First = job;
        else
            _last.After = job;
        _last = job;
        Count++;
    }

    public void Remove(InferenceJob job)
    {
        if (job.Before is { } before)
            before.After = job.After;
        else
            First = job.After;
        if (job.After is { } after)
            after.Before = job.Before;
        else
            _last = job.Before;
        (job.Before, job.After) = (null, null);
        Count--;
    }
}
