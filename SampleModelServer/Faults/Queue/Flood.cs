using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;

namespace Kthena.SampleModelServer.Faults.Queue;

/// <summary>A number of callers who ask again as soon as they have their answer, or as soon as there is room for them.</summary>
internal sealed class Flood : IAsyncDisposable
{
    // Callers who find the queue full look again after this, without asking: a refusal is for clients.
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _end = new();
    private readonly ModelBatcher _batcher;
    private readonly InferencePipeline _pipeline;
    private readonly ClassificationRequest _request;
    private readonly TimeProvider _time;
    private readonly Task[] _callers;

    public Flood(ModelEntry model, ModelBatcher batcher, InferencePipeline pipeline, int callers, TimeProvider time)
    {
        _batcher = batcher;
        _pipeline = pipeline;
        _request = new ClassificationRequest(model, ["flood"], RequestPriority.Normal, UsesCache: false);
        _time = time;
        _callers = [.. Enumerable.Range(0, callers).Select(_ => CallAsync(_end.Token))];
    }

    /// <summary>Takes all of them out of the queue.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_callers);
        _end.Dispose();
    }

    private async Task CallAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                if (_batcher.IsFull(_request.Priority))
                    await Task.Delay(s_retry, _time, end);
                else
                    (await _pipeline.ClassifyAsync(_request, end)).Dispose();
            }
            catch (Exception exception) when (exception is QueueFullException or ModelNotLoadedException)
            {
                await Task.Delay(s_retry, _time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // The end.
            }
        }
    }
}
