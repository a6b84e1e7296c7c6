using Kthena.SampleModelServer.Caching;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Batching;

/// <summary>
/// The threads that compute. Models with a batch to make stand in line and each gets one batch in its turn, so that no model waits for more than
/// one batch of every other.
/// </summary>
internal sealed class BatchWorkers : IDisposable
{
    private static readonly TimeSpan s_end = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly Queue<ModelBatcher> _ready = new();
    private readonly BatchingOptions _options;
    private readonly BusyClock _busy;
    private readonly TimeProvider _time;
    private readonly ILogger<BatchWorkers> _logger;
    private readonly Thread[] _threads;
    private bool _isStopping;

    public BatchWorkers(BatchingOptions options, BusyClock busy, TimeProvider time, ILogger<BatchWorkers> logger)
    {
        _options = options;
        _busy = busy;
        _time = time;
        _logger = logger;
        _threads = [.. Enumerable.Range(0, options.Workers).Select(number => new Thread(Work) { IsBackground = true, Name = $"inference-{number}" })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>Puts a model in line. Each is in it at most once.</summary>
    public void Announce(ModelBatcher batcher)
    {
        lock (_gate)
        {
            _ready.Enqueue(batcher);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Ends the threads after the batch that each computes; one that hangs is left behind, it does not hold the process.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.PulseAll(_gate);
        }

        Array.ForEach(_threads, thread => thread.Join(s_end));
    }

    private void Work()
    {
        ThreadNiceness.StepBack();
        var batch = new Batch(_options.MaxBatchSize);
        while (Next() is { } batcher)
        {
            if (!batcher.TryTake(batch))
                continue;
            Compute(batch, batcher);
            batch.Clear();
        }
    }

    private ModelBatcher? Next()
    {
        lock (_gate)
        {
            while (!_isStopping)
            {
                if (_ready.TryDequeue(out var batcher))
                    return batcher;
                Monitor.Wait(_gate);
            }

            return null;
        }
    }

    private void Compute(Batch batch, ModelBatcher batcher)
    {
        var start = _time.GetTimestamp();
        _busy.Enter();
        try
        {
            batch.Session.Model.Classify(batch.Texts, batch.Probabilities, batch.Tokens);
        }
        catch (Exception exception)
        {
            _logger.LogError(exception, "A batch of {Texts} texts for {Model} broke", batch.Count, batch.Session.Model.Description.Id);
            batcher.Fail(batch, exception);
            return;
        }
        finally
        {
            _busy.Leave();
        }

        if (batch.Session.Cache is { } cache)
            Keep(batch, cache);
        batcher.Complete(batch, _time.GetElapsedTime(start));
    }

    private static void Keep(Batch batch, PredictionCache cache)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch.Job(i).UsesCache)
                cache.Add(batch.Texts[i], batch.ProbabilitiesOf(i), batch.Tokens[i]);
        }
    }
}
