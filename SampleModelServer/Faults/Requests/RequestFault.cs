namespace Kthena.SampleModelServer.Faults.Requests;

/// <summary>A fault that strikes a share of a model's requests, spread evenly: of 10 requests at a share of 0.3 exactly 3.</summary>
internal sealed class RequestFault(ActiveFault fault)
{
    private long _requests;

    public ActiveFault Fault => fault;

    /// <summary>Counts a request.</summary>
    /// <returns>Whether this one is struck.</returns>
    public bool Strikes()
    {
        var number = Interlocked.Increment(ref _requests);
        return Math.Floor(number * fault.Share) > Math.Floor((number - 1) * fault.Share);
    }
}
