namespace Kthena.SampleModelServer.Batching;

/// <summary>A request was refused because too many wait already.</summary>
/// <param name="message">Which queue is full.</param>
/// <param name="retryAfter">When there should be room again.</param>
internal sealed class QueueFullException(string message, TimeSpan retryAfter) : Exception(message)
{
    public TimeSpan RetryAfter => retryAfter;
}
