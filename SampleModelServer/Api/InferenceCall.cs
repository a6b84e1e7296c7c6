using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Api;

/// <summary>What is known of one request for inference while it is answered.</summary>
internal sealed class InferenceCall : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _either;

    public InferenceCall(HttpContext context, TimeSpan deadline, TimeProvider time)
    {
        Context = context;
        _time = time;
        _start = time.GetTimestamp();
        _deadline = new CancellationTokenSource(deadline, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _deadline.Token);
        RequestBytes = context.Request.ContentLength ?? 0;
    }

    public HttpContext Context { get; }

    /// <summary>The model for the metrics: unknown until the body named one that exists.</summary>
    public string ModelId { get; set; } = ModelLabel.Unknown;

    /// <summary>The declared size of the body, or what was read of one that declared none.</summary>
    public long RequestBytes { get; set; }

    /// <summary>True once the whole body is there.</summary>
    public bool HasBody { get; set; }

    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>Ends the call when the client leaves or the deadline passes.</summary>
    public CancellationToken Cancellation => _either.Token;

    public bool IsClientGone => Context.RequestAborted.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _deadline.Dispose();
    }
}
