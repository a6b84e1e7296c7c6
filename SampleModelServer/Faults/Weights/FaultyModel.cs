using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>A loaded model whose weights can be exchanged for worse ones, and which can be made to take more memory.</summary>
internal sealed class FaultyModel(ILoadedModel model, Action disposed) : ILoadedModel
{
    private CountedModel? _worse;
    private Ballast? _ballast;

    public ModelDescription Description => model.Description;

    public long MemoryBytes => model.MemoryBytes + (_worse?.Model.MemoryBytes ?? 0) + (_ballast?.Bytes ?? 0);

    public void Classify(ReadOnlySpan<string> texts, Span<float> probabilities, Span<int> tokens)
    {
        if (Volatile.Read(ref _worse) is not { } worse || !worse.TryHold())
        {
            model.Classify(texts, probabilities, tokens);
            return;
        }

        try
        {
            worse.Model.Classify(texts, probabilities, tokens);
        }
        finally
        {
            worse.LetGo();
        }
    }

    /// <summary>Computes with other weights from the next batch on; null is its own again.</summary>
    public void Exchange(ILoadedModel? worse) => Interlocked.Exchange(ref _worse, worse is null ? null : new CountedModel(worse))?.LetGo();

    /// <summary>Takes so many bytes in addition, in place of those before.</summary>
    public void Load(long ballast)
    {
        if ((_ballast?.Bytes ?? 0) == ballast)
            return;

        _ballast?.Dispose();
        _ballast = null;
        if (ballast > 0)
            _ballast = new Ballast(ballast);
    }

    public void Dispose()
    {
        disposed();
        Exchange(null);
        Load(0);
        model.Dispose();
    }
}
