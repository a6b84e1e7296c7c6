namespace Kthena.SampleModelServer.Faults;

/// <summary>What a fault strikes.</summary>
internal enum FaultScope
{
    /// <summary>One model, or each.</summary>
    Model,

    /// <summary>The server as a whole.</summary>
    Server,

    /// <summary>One GPU of the machine.</summary>
    Gpu,
}
