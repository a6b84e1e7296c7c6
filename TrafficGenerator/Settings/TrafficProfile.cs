namespace Kthena.TrafficGenerator.Settings;

/// <summary>How the rate goes over time.</summary>
internal enum TrafficProfile
{
    /// <summary>Always the mean.</summary>
    Steady,

    /// <summary>A day's rise and fall, compressed.</summary>
    Wave,

    /// <summary>The mean, and now and then a multiple of it for a while.</summary>
    Burst,

    /// <summary>Always a multiple of the mean: more than the server can do.</summary>
    Overload,
}
