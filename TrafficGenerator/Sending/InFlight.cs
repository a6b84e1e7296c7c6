namespace Kthena.TrafficGenerator.Sending;

/// <summary>Counts the requests that wait for their answers, up to a limit.</summary>
internal sealed class InFlight
{
    private readonly Lock _lock = new();
    private int _count;
    private TaskCompletionSource? _empty;

    /// <summary>Counts one more, unless there are already as many as the limit.</summary>
    public bool TryEnter(int limit)
    {
        lock (_lock)
        {
            if (_count >= limit)
                return false;
            _count++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (--_count == 0)
                _empty?.TrySetResult();
        }
    }

    /// <summary>Ends when there is none.</summary>
    public Task WaitUntilEmptyAsync()
    {
        lock (_lock)
        {
            _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_count == 0)
                _empty.SetResult();
            return _empty.Task;
        }
    }
}
