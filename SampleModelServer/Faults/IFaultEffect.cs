namespace Kthena.SampleModelServer.Faults;

/// <summary>What a fault does. One call at a time, over all effects.</summary>
internal interface IFaultEffect
{
    FaultDefinition Definition { get; }

    /// <summary>Begins it; when this has ended, the fault is felt.</summary>
    /// <exception cref="FaultRefusedException">It cannot be injected here and now; nothing has changed.</exception>
    Task BeginAsync(ActiveFault fault);

    /// <summary>Takes everything back that the beginning of this fault changed.</summary>
    Task EndAsync(ActiveFault fault);
}
