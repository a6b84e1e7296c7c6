namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Why a request that was due was not sent.</summary>
internal static class DropReason
{
    /// <summary>Too many were in flight.</summary>
    public const string InFlightLimit = "in_flight_limit";

    /// <summary>Its time had passed long before this process ran again.</summary>
    public const string Late = "late";

    /// <summary>No model that the server serves is to be asked.</summary>
    public const string NoModel = "no_model";

    public static IReadOnlyList<string> All { get; } = [InFlightLimit, Late, NoModel];
}
