namespace Kthena.StackTesting;

/// <summary>An alerting rule as Prometheus has loaded it.</summary>
/// <param name="Name">The alert's name.</param>
/// <param name="Labels">The labels that the rule sets.</param>
/// <param name="For">How long its expression must hold.</param>
/// <param name="Interval">How often its group is evaluated.</param>
public sealed record LoadedAlert(string Name, IReadOnlyDictionary<string, string> Labels, TimeSpan For, TimeSpan Interval)
{
    /// <summary>From the first evaluation at which the expression holds to the one at which the alert fires.</summary>
    public TimeSpan Pending => Interval * Math.Ceiling(For / Interval);
}
