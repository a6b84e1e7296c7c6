using System.Collections.Concurrent;
using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Backends.Cpu;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Tests;

/// <summary>The real backend, which notes its batches and can be held.</summary>
internal sealed class GatedBackend : IInferenceBackend, IDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly CpuBackend _backend = new();
    private readonly ConcurrentQueue<string[]> _batches = new();
    private readonly SemaphoreSlim _passes = new(0);
    private volatile bool _isHeld;
    private int _waiting;

    public Action? BeforeClassify { get; set; }

    public string Name => _backend.Name;

    /// <summary>The texts of each batch since <see cref="Hold"/> or the start, in the order in which they began.</summary>
    public string[][] Batches => [.. _batches];

    /// <summary>How many batches were begun and held.</summary>
    public int Held => Volatile.Read(ref _waiting);

    /// <summary>How many models were freed.</summary>
    public int Disposed { get; private set; }

    /// <summary>From now on a batch waits before it is computed.</summary>
    public void Hold()
    {
        _batches.Clear();
        _isHeld = true;
    }

    /// <summary>Lets all batches go on.</summary>
    public void Release()
    {
        _isHeld = false;
        _passes.Release(1000);
    }

    public void Dispose() => _passes.Dispose();

    public ILoadedModel Load(SafetensorsFile file) => new Model(this, _backend.Load(file));

    private void Pass(ReadOnlySpan<string> texts)
    {
        _batches.Enqueue(texts.ToArray());
        BeforeClassify?.Invoke();
        if (!_isHeld)
            return;

        Interlocked.Increment(ref _waiting);
        var passed = _passes.Wait(s_bound);
        Interlocked.Decrement(ref _waiting);
        if (!passed)
            throw new TimeoutException("Nobody released the backend.");
    }

    private sealed class Model(GatedBackend gate, ILoadedModel model) : ILoadedModel
    {
        public ModelDescription Description => model.Description;

        public long MemoryBytes => model.MemoryBytes;

        public void Classify(ReadOnlySpan<string> texts, Span<float> probabilities, Span<int> tokens)
        {
            gate.Pass(texts);
            model.Classify(texts, probabilities, tokens);
        }

        public void Dispose()
        {
            model.Dispose();
            gate.Disposed++;
        }
    }
}
