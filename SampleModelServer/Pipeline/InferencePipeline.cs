using System.Diagnostics;
using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>From a valid request to its answer: what the cache has, and the rest through queue and batches.</summary>
internal sealed class InferencePipeline(BatchScheduler scheduler, CacheMetrics cache, IInferenceBackend backend) : IInferencePipeline
{
    public async ValueTask<Classification> ClassifyAsync(ClassificationRequest request, CancellationToken cancellationToken)
    {
        using var activity = Begin(request);
        var batcher = scheduler.Of(request.Model);
        var session = batcher.Session ?? throw new ModelNotLoadedException(request.Model);
        var classification = new Classification(session.Model.Description, request.Texts.Length);
        try
        {
            LookUp(request, session, classification);
            activity?.SetTag(ServerActivity.CacheHits, request.Texts.Length - classification.Missing.Length);
            if (!classification.Missing.IsEmpty)
                await batcher.RunAsync(new InferenceJob(request, batcher, session, classification), cancellationToken);

            cancellationToken.ThrowIfCancellationRequested();
            return classification;
        }
        catch
        {
            classification.Dispose();
            throw;
        }
    }

    private Activity? Begin(ClassificationRequest request) => ServerActivity.Source.StartActivity("inference.run")?
        .SetTag(ServerActivity.ModelId, request.Model.Id)
        .SetTag(ServerActivity.Backend, backend.Name)
        .SetTag(ServerActivity.InputCount, request.Texts.Length)
        .SetTag(ServerActivity.Priority, request.Priority.Name());

    private void LookUp(ClassificationRequest request, ModelSession session, Classification classification)
    {
        var store = request.UsesCache ? session.Cache : null;
        for (var i = 0; i < request.Texts.Length; i++)
        {
            if (!request.MissesCache && store?.TryGet(request.Texts[i], classification.Probabilities(i), out var tokens) is true)
                classification.Read(tokens);
            else
                classification.Miss(i);
        }

        if (store is not null)
            cache.Record(request.Model.Id, request.Texts.Length - classification.Missing.Length, request.Texts.Length);
    }
}
