using Kthena.SampleModelServer.Batching;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>Answers valid requests.</summary>
internal interface IInferencePipeline
{
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives the request up; what no batch has taken yet is not computed.</param>
    /// <exception cref="ModelNotLoadedException">The model is known but cannot answer.</exception>
    /// <exception cref="QueueFullException">Too many requests wait for the model.</exception>
    /// <exception cref="OperationCanceledException">The client left or the deadline passed.</exception>
    ValueTask<Classification> ClassifyAsync(ClassificationRequest request, CancellationToken cancellationToken);
}
