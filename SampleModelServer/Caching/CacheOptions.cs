namespace Kthena.SampleModelServer.Caching;

/// <summary>The memory of earlier predictions.</summary>
/// <param name="Capacity">
/// Configuration key <c>Cache:Capacity</c>, 0 (off) to 1000000, 4096 by default: the most predictions that are kept for a model; texts of more than
/// <see cref="PredictionCache.MaxTextLength"/> UTF-16 units are not.
/// </param>
/// <param name="RatioWindow">
/// Configuration key <c>Cache:RatioWindow</c>, 1 second to 1 hour, 1 minute by default: over how long the hit ratio is taken.
/// </param>
internal sealed record CacheOptions(int Capacity, TimeSpan RatioWindow)
{
    /// <exception cref="SettingsException">A setting is out of its range; the message names it and what it may be.</exception>
    public static CacheOptions Read(IConfiguration configuration) => new(
        configuration.Whole("Cache:Capacity", 4096, 0, 1_000_000),
        configuration.Time("Cache:RatioWindow", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)));
}
