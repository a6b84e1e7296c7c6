using Kthena.Slo.Specs;

namespace Kthena.Slo.Windows;

/// <summary>An alert's condition: the budget burns faster than it lasts, by a factor, over both windows.</summary>
/// <param name="Urgency">Which alert it belongs to.</param>
/// <param name="Factor">How many times too fast: 1 spends exactly the budget within the period.</param>
/// <param name="ShortWindow">The window that makes the alert end soon, a PromQL duration.</param>
/// <param name="LongWindow">The window that shows that it is no blip, a PromQL duration.</param>
public sealed record WindowPair(Urgency Urgency, decimal Factor, string ShortWindow, string LongWindow)
{
    /// <summary>The lowest objective at which the factor can be reached, in percent, rounded up to hundredths.</summary>
    public decimal LowestPercent => decimal.Floor((100 - 100 / Factor) * 100) / 100 + 0.01m;
}
