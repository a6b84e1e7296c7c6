namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>
/// For how long a fault must last until the data say what the alert asks for: the time in which a window fills. All ranges are those of the
/// run, that is scaled.
/// </summary>
internal static class Fill
{
    /// <summary>A state, or the increase of a counter: the next scrape shows it.</summary>
    public static TimeSpan None => TimeSpan.Zero;

    /// <summary>A share of events above a threshold over a range, when from now on this share of them is bad: R · θ / p.</summary>
    public static TimeSpan Ratio(TimeSpan range, double threshold, double share = 1) => range * (threshold / share);

    /// <summary>A quantile above a threshold over a range, when this share of requests takes so long from now on: R · (1 − q) / p, and one slow request.</summary>
    public static TimeSpan Quantile(TimeSpan range, double quantile, TimeSpan slowRequest, double share = 1) => range * ((1 - quantile) / share) + slowRequest;

    /// <summary>
    /// A ratio over a range of which only a part has data: with age A ≤ R and a bad share b before the fault, (b · A + p · t) / (A + t) reaches θ after
    /// t = A · (θ − b) / (p − θ). Once the range is full it is R · θ / p: what was bad before leaves while the new comes.
    /// </summary>
    public static TimeSpan Burn(TimeSpan range, TimeSpan age, double badBefore, double threshold, double share)
    {
        if (age >= range) return Ratio(range, threshold, share);
        if (badBefore >= threshold) return TimeSpan.Zero;
        var growing = age * ((threshold - badBefore) / (share - threshold));
        return age + growing <= range ? growing : Ratio(range, threshold, share);
    }
}
