using Kthena.SampleModelServer.Pipeline;

namespace Kthena.SampleModelServer.Faults.Requests;

/// <summary>
/// The pipeline of clients' requests, with the faults that strike them. No thread is held while a request waits, and its deadline applies.
/// Measurements of the accuracy go past it.
/// </summary>
internal sealed class FaultyPipeline(InferencePipeline pipeline, RequestFaults faults, TimeProvider time) : IInferencePipeline
{
    public ValueTask<Classification> ClassifyAsync(ClassificationRequest request, CancellationToken cancellationToken) =>
        faults.Of(request.Model.Id) is { } struck ? ClassifyAsync(request, struck, cancellationToken) : pipeline.ClassifyAsync(request, cancellationToken);

    private async ValueTask<Classification> ClassifyAsync(ClassificationRequest request, ModelRequestFaults struck, CancellationToken cancellationToken)
    {
        if (struck.Hangs())
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        if (struck.Delay() is { } delay)
            await Task.Delay(delay, time, cancellationToken);
        if (struck.Fails())
            throw new InjectedFaultException(RequestFaultEffect.Errors.Name);

        return await pipeline.ClassifyAsync(struck.MissesCache() ? request with { MissesCache = true } : request, cancellationToken);
    }
}
