namespace Kthena.Slo.PromQl;

/// <summary>The largest of the series that differ in one label only.</summary>
public sealed record MaxWithout(string Label, PromQuery Of) : PromQuery
{
    /// <inheritdoc/>
    public override string ToString() => $"max without ({Label}) ({Of})";
}
