using System.Threading.Tasks.Sources;
using Kthena.SampleModelServer.Pipeline;

namespace Kthena.SampleModelServer.Batching;

/// <summary>
/// The texts of one request that have to be computed, from the queue to the answer. They may be spread over several batches. All but the
/// completion is guarded by the lock of the <see cref="ModelBatcher"/>.
/// </summary>
internal sealed class InferenceJob(ClassificationRequest request, ModelBatcher batcher, ModelSession session, Classification answer) : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _completion = new() { RunContinuationsAsynchronously = true };
    private int _done;

    public RequestPriority Priority => request.Priority;

    public bool UsesCache => request.UsesCache;

    public ModelSession Session => session;

    /// <summary>How many texts no batch has taken yet.</summary>
    public int Waiting { get; private set; } = answer.Missing.Length;

    /// <summary>True once a batch has taken a text.</summary>
    public bool IsTaken => Waiting < answer.Missing.Length;

    /// <summary>True once the job has its result, has failed, or was given up: from then on its answer must not be touched.</summary>
    public bool IsEnded { get; set; }

    public long EnqueuedAt { get; set; }

    // The neighbours in the queue.
    public InferenceJob? Before { get; set; }

    public InferenceJob? After { get; set; }

    public ValueTask Completion => new(this, _completion.Version);

    /// <summary>Gives the next text to a batch.</summary>
    /// <returns>Its index in the request.</returns>
    public int Take(out string text)
    {
        var index = answer.Missing[^Waiting--];
        text = request.Texts[index];
        return index;
    }

    /// <summary>Takes in the result of one text.</summary>
    /// <returns>True when it was the last one.</returns>
    public bool Answer(int index, ReadOnlySpan<float> probabilities, int tokens)
    {
        answer.Set(index, probabilities, tokens);
        return ++_done == answer.Missing.Length;
    }

    public void Cancel(CancellationToken token) => batcher.Cancel(this, token);

    public void Complete() => _completion.SetResult(true);

    public void Fail(Exception exception) => _completion.SetException(exception);

    void IValueTaskSource.GetResult(short token) => _completion.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _completion.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _completion.OnCompleted(continuation, state, token, flags);
}
