namespace Kthena.SampleModelServer.Faults.Requests;

/// <summary>The faults that strike requests for one model.</summary>
internal sealed class ModelRequestFaults(IReadOnlyList<RequestFault> all)
{
    private readonly RequestFault? _hang = Find(all, RequestFaultEffect.Hang);
    private readonly RequestFault? _latency = Find(all, RequestFaultEffect.Latency);
    private readonly RequestFault? _errors = Find(all, RequestFaultEffect.Errors);
    private readonly RequestFault? _bypass = Find(all, RequestFaultEffect.CacheBypass);

    public IReadOnlyList<RequestFault> All => all;

    public bool Hangs() => _hang?.Strikes() is true;

    /// <summary>How much later the request goes on; null when it is not struck.</summary>
    public TimeSpan? Delay() => _latency?.Strikes() is true ? TimeSpan.FromSeconds(_latency.Fault.Value!.Value) : null;

    public bool Fails() => _errors?.Strikes() is true;

    public bool MissesCache() => _bypass?.Strikes() is true;

    private static RequestFault? Find(IReadOnlyList<RequestFault> all, FaultDefinition definition) =>
        all.FirstOrDefault(fault => fault.Fault.Name == definition.Name);
}
