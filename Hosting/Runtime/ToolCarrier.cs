namespace Aspire.Hosting.Runtime;

/// <summary>What carries a tool.</summary>
internal enum ToolCarrier
{
    /// <summary>Its image.</summary>
    Container,

    /// <summary>Its binary.</summary>
    Process,

    /// <summary>Something else at whose address it is expected.</summary>
    StandIn,
}
