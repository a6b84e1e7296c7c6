using Kthena.SampleModelServer.Backends;

namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>A model that may be taken away while it computes: it is freed when its owner and the last call have let go.</summary>
internal sealed class CountedModel(ILoadedModel model)
{
    private int _holders = 1;

    public ILoadedModel Model => model;

    /// <returns>False when it has been freed.</returns>
    public bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0; holders = Volatile.Read(ref _holders))
        {
            if (Interlocked.CompareExchange(ref _holders, holders + 1, holders) == holders)
                return true;
        }

        return false;
    }

    public void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            model.Dispose();
    }
}
