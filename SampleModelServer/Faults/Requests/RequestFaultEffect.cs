namespace Kthena.SampleModelServer.Faults.Requests;

/// <summary>A fault that <see cref="FaultyPipeline"/> carries out, request by request.</summary>
internal sealed class RequestFaultEffect(FaultDefinition definition, RequestFaults faults) : IFaultEffect
{
    /// <summary>Requests fail with an exception, which is a 500.</summary>
    public static readonly FaultDefinition Errors = new("errors", FaultScope.Model, TakesShare: true);

    /// <summary>Requests wait before they come to the queue.</summary>
    public static readonly FaultDefinition Latency =
        new("latency", FaultScope.Model, TakesShare: true, new FaultValue(Default: 3, Min: 0.001, Max: 60, "seconds"));

    /// <summary>Requests are not answered before their deadline.</summary>
    public static readonly FaultDefinition Hang = new("hang", FaultScope.Model, TakesShare: true);

    /// <summary>Lookups in the cache of predictions miss.</summary>
    public static readonly FaultDefinition CacheBypass = new("cache-bypass", FaultScope.Model, TakesShare: true);

    public FaultDefinition Definition => definition;

    public Task BeginAsync(ActiveFault fault)
    {
        faults.Add(fault);
        return Task.CompletedTask;
    }

    public Task EndAsync(ActiveFault fault)
    {
        faults.Remove(fault);
        return Task.CompletedTask;
    }
}
