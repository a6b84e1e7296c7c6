using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Pipeline;

namespace Kthena.SampleModelServer.Api;

/// <summary>
/// Lets in as many requests as the server may hold at a time. One that is too many is refused before its body is read, which costs next to nothing.
/// </summary>
internal sealed class RequestAdmission(InferenceOptions options)
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(1);

    private int _inside;

    /// <returns>To be disposed when the answer is decided.</returns>
    /// <exception cref="QueueFullException">There are as many as may be.</exception>
    public Admitted Enter()
    {
        if (Interlocked.Increment(ref _inside) <= options.MaxConcurrentRequests)
            return new Admitted(this);

        Interlocked.Decrement(ref _inside);
        throw new QueueFullException($"The server holds {options.MaxConcurrentRequests} requests already.", s_retryAfter);
    }

    internal readonly struct Admitted(RequestAdmission admission) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref admission._inside);
    }
}
