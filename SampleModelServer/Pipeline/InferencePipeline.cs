using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>From a valid request to its answer: between here and the backend is the place of queues, batches and caches.</summary>
internal sealed class InferencePipeline(IInferenceBackend backend)
{
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the work between two texts.</param>
    /// <exception cref="ModelNotLoadedException">The model is known but cannot answer.</exception>
    /// <exception cref="OperationCanceledException">The client left or the deadline passed.</exception>
    public ValueTask<Classification> ClassifyAsync(ClassificationRequest request, CancellationToken cancellationToken)
    {
        using var activity = ServerActivity.Source.StartActivity("inference.run");
        activity?.SetTag(ServerActivity.ModelId, request.Model.Id)
            .SetTag(ServerActivity.Backend, backend.Name)
            .SetTag(ServerActivity.InputCount, request.Texts.Length);

        var model = request.Model.Status.Model ?? throw new ModelNotLoadedException(request.Model);
        var classification = new Classification(model.Description, request.Texts.Length);
        try
        {
            for (var i = 0; i < request.Texts.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                classification.Tokens += model.Classify(request.Texts.AsSpan(i, 1), classification.Probabilities(i));
            }

            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(classification);
        }
        catch
        {
            classification.Dispose();
            throw;
        }
    }
}
