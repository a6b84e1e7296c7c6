using System.Globalization;

namespace Kthena.Slo.PromQl;

/// <summary>A number.</summary>
public sealed record Number(decimal Value) : PromQuery
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("0.############################", CultureInfo.InvariantCulture);
}
