using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Batching;

/// <summary>
/// The queue of one model and the batches made from it. It asks the workers for one when a batch is full, or when a text has waited for the
/// longest time that it may.
/// </summary>
internal sealed class ModelBatcher
{
    private readonly Lock _lock = new();
    private readonly string _modelId;
    private readonly BatchingOptions _options;
    private readonly BatchWorkers _workers;
    private readonly BatchingSeries _series;
    private readonly TimeProvider _time;
    private readonly RequestQueue _queue;
    private readonly ITimer _delay;
    private readonly ServiceRate _rate = new();
    private ModelSession? _session;
    private BatchPace? _pace;
    private TaskCompletionSource? _idle;
    private int _running;
    private bool _isReady;
    private bool _isDelayed;

    public ModelBatcher(string modelId, BatchingOptions options, BatchWorkers workers, BatchingSeries series, TimeProvider time)
    {
        _modelId = modelId;
        _options = options;
        _workers = workers;
        _series = series;
        _time = time;
        _queue = new RequestQueue(options.QueueCapacity, time);
        _delay = time.CreateTimer(static batcher => ((ModelBatcher)batcher!).DelayPassed(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The model that answers; null while none is loaded.</summary>
    public ModelSession? Session => Volatile.Read(ref _session);

    /// <summary>The number of requests that wait.</summary>
    public int Waiting(RequestPriority priority)
    {
        lock (_lock)
            return _queue.CountOf(priority);
    }

    /// <summary>Whether a request of this priority would be refused now, unless all its texts are in the cache.</summary>
    public bool IsFull(RequestPriority priority)
    {
        lock (_lock)
            return !_queue.HasRoomFor(priority);
    }

    /// <summary>The refusal of a request for want of room; it is counted.</summary>
    public QueueFullException Refuse(RequestPriority priority)
    {
        lock (_lock)
        {
            _series.Rejected(priority);
            return new QueueFullException($"{_queue.Count} requests wait for the model '{_modelId}' already.", _rate.TimeFor(_queue.Texts, _options.Workers));
        }
    }

    public void Open(ModelSession session)
    {
        lock (_lock)
            _session = session;
    }

    /// <summary>Makes batches no faster than that from now on; null is as fast as workers are free.</summary>
    public void KeepPace(BatchPace? pace)
    {
        lock (_lock)
        {
            _pace = pace;
            Announce(_time.GetTimestamp());
        }
    }

    /// <summary>Lets go of all predictions that were kept; batches that run now keep theirs for nobody.</summary>
    public void ForgetPredictions()
    {
        lock (_lock)
            _session = _session is { } session ? session with { Cache = session.Cache?.Emptied() } : null;
    }

    /// <summary>Refuses what waits and what comes. Ends when the batches that run have ended; nobody uses the model any more then.</summary>
    public Task CloseAsync()
    {
        var waiting = new List<InferenceJob>();
        Task idle;
        lock (_lock)
        {
            _session = null;
            while (_queue.First() is { } job)
            {
                _queue.Remove(job);
                if (job.IsEnded)
                    continue;
                job.IsEnded = true;
                waiting.Add(job);
            }

            idle = _running == 0 ? Task.CompletedTask : (_idle = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        waiting.ForEach(job => job.Fail(Unloaded()));
        return idle;
    }

    /// <summary>Queues the job; ends when all its texts have their results.</summary>
    /// <exception cref="QueueFullException">Too many wait.</exception>
    /// <exception cref="ModelNotLoadedException">The model was unloaded.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; what no batch has taken yet is not computed.</exception>
    public async ValueTask RunAsync(InferenceJob job, CancellationToken cancellationToken)
    {
        Enqueue(job);
        await using var registration = cancellationToken.UnsafeRegister(static (job, token) => ((InferenceJob)job!).Cancel(token), job);
        await job.Completion;
    }

    /// <summary>Lets a request go that its caller gave up.</summary>
    public void Cancel(InferenceJob job, CancellationToken token)
    {
        lock (_lock)
            End(job, new OperationCanceledException(token));
    }

    /// <summary>Fills a batch with what is due first.</summary>
    /// <returns>False when nothing waits.</returns>
    public bool TryTake(Batch batch)
    {
        lock (_lock)
        {
            _isReady = false;
            if (_session is null || _queue.Count == 0)
                return false;

            batch.Begin(_session);
            var now = _time.GetTimestamp();
            _pace?.Began(now);
            while (!batch.IsFull && batch.Count < (_pace?.MaxTexts ?? int.MaxValue) && _queue.First() is { } job)
            {
                if (!job.IsTaken)
                    _series.Waited(job.Priority, _time.GetElapsedTime(job.EnqueuedAt, now));
                var index = _queue.TakeText(job, out var text);
                batch.Add(text, job, index);
            }

            _running++;
            Announce(now);
            return true;
        }
    }

    /// <summary>Hands the results of a batch to their requests.</summary>
    public void Complete(Batch batch, TimeSpan elapsed)
    {
        lock (_lock)
        {
            _rate.Observe(batch.Count, elapsed);
            for (var i = 0; i < batch.Count; i++)
            {
                var job = batch.Job(i);
                if (job.IsEnded || !job.Answer(batch.IndexInRequest(i), batch.ProbabilitiesOf(i), batch.Tokens[i]))
                    continue;
                job.IsEnded = true;
                job.Complete();
            }

            Leave();
        }

        _series.Batch(batch.Count);
    }

    /// <summary>Tells the requests of a batch that the backend broke.</summary>
    public void Fail(Batch batch, Exception exception)
    {
        lock (_lock)
        {
            for (var i = 0; i < batch.Count; i++)
                End(batch.Job(i), exception);
            Leave();
        }
    }

    private void Enqueue(InferenceJob job)
    {
        lock (_lock)
        {
            if (_session is null || _session.Model != job.Session.Model)
                throw Unloaded();

            job.EnqueuedAt = _time.GetTimestamp();
            if (!_queue.TryAdd(job))
                throw Refuse(job.Priority);

            Announce(job.EnqueuedAt);
        }
    }

    private void Announce(long now)
    {
        if (_isReady || _queue.Count == 0)
            return;

        var left = _queue.Texts >= _options.MaxBatchSize
            ? TimeSpan.Zero
            : _options.MaxBatchDelay - _time.GetElapsedTime(_queue.OldestEnqueuedAt(), now);
        if (_pace?.Left(now) is { } paced && paced > left)
            left = paced;
        if (left <= TimeSpan.Zero)
        {
            _isReady = true;
            _workers.Announce(this);
        }
        else if (!_isDelayed)
        {
            _isDelayed = true;
            // Timers know whole milliseconds and would cut the rest off, which is too early.
            _delay.Change(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    private void DelayPassed()
    {
        lock (_lock)
        {
            _isDelayed = false;
            Announce(_time.GetTimestamp());
        }
    }

    private void End(InferenceJob job, Exception exception)
    {
        if (job.IsEnded)
            return;
        job.IsEnded = true;
        if (job.Waiting > 0)
            _queue.Remove(job);
        job.Fail(exception);
    }

    private ModelNotLoadedException Unloaded() => new($"The model '{_modelId}' was unloaded.");

    private void Leave()
    {
        if (--_running == 0)
            _idle?.TrySetResult();
    }
}
