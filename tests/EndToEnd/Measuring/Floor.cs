namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>
/// The least time from a fault to its notification that Prometheus and Alertmanager allow with this configuration:
/// the first scrape that shows it, the first evaluation that sees that scrape, the time for which the alert must hold, and the time that its
/// group waits.
/// </summary>
internal static class Floor
{
    /// <param name="fault">When the fault began.</param>
    /// <param name="scraped">The end of the first scrape at or after the fault and the time in which its window fills.</param>
    /// <param name="startsAt">The notification's <c>startsAt</c>, which is an evaluation of the rule.</param>
    /// <param name="interval">How often the rule is evaluated.</param>
    /// <param name="pending">From the first evaluation at which the expression holds to the one at which the alert fires.</param>
    /// <param name="groupWait">How long the alert's group waits.</param>
    public static TimeSpan Of(
        DateTimeOffset fault, DateTimeOffset scraped, DateTimeOffset startsAt, TimeSpan interval, TimeSpan pending, TimeSpan groupWait)
        => Grid.FirstAtOrAfter(scraped, startsAt, interval) - fault + pending + groupWait;
}
