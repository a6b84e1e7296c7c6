namespace Kthena.TrafficGenerator.Settings;

/// <summary>How the distances between requests are drawn.</summary>
internal enum ArrivalGaps
{
    /// <summary>Exponential: many callers who know nothing of each other.</summary>
    Poisson,

    /// <summary>All alike: for a test that counts.</summary>
    Constant,
}
