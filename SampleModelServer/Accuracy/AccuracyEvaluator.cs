using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Accuracy;

/// <summary>Runs a model on the held-out set as its users do, through queue and batches, but behind them and past the cache.</summary>
internal sealed class AccuracyEvaluator(
    HeldOutSet dataSet,
    InferencePipeline pipeline,
    BatchingOptions batching,
    InferenceOptions inference,
    AccuracyMetrics metrics,
    TimeProvider time,
    ILogger<AccuracyEvaluator> logger)
{
    /// <summary>Measures and tells the metrics; a measurement that was refused leaves the one before it.</summary>
    public async Task EvaluateAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Status.Description is not { } model)
            return;

        using var activity = ServerActivity.Source.StartActivity("model.evaluate");
        activity?.SetTag(ServerActivity.ModelId, entry.Id);
        try
        {
            var correct = 0;
            foreach (var texts in dataSet.Texts.Chunk(batching.MaxBatchSize))
                correct += await CorrectAsync(entry, texts, cancellationToken);

            metrics.Evaluated(entry, model, dataSet.Name, (double)correct / dataSet.Texts.Count);
        }
        catch (Exception exception) when (exception is QueueFullException or ModelNotLoadedException)
        {
            metrics.Skipped(entry.Id);
            logger.LogInformation("The accuracy of {Model} was not measured: {Reason}", entry.Id, exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.Failed(entry.Id);
            logger.LogError(exception, "The accuracy of {Model} could not be measured", entry.Id);
        }
    }

    private async Task<int> CorrectAsync(ModelEntry entry, LabelledText[] texts, CancellationToken cancellationToken)
    {
        var request = new ClassificationRequest(entry, [.. texts.Select(text => text.Text)], RequestPriority.Low, UsesCache: false);
        // As for any request: a backend that hangs for one model must not keep the others from being measured.
        using var deadline = new CancellationTokenSource(inference.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var classification = await pipeline.ClassifyAsync(request, either.Token);
        return texts.Where((text, i) => classification.Label(i) == text.Label).Count();
    }
}
