using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Kthena.ServiceDefaults.Shutdown;

/// <summary>How a service leaves after SIGTERM.</summary>
/// <param name="ReadinessDelay">
/// Configuration key <c>Shutdown:ReadinessDelay</c>, 0 to 5 minutes, 0 by default: for how long the service still takes requests while
/// <c>/readyz</c> already answers 503. A cluster needs some seconds for its load balancers to notice; a laptop needs none.
/// </param>
/// <param name="Timeout">
/// Configuration key <c>Shutdown:Timeout</c>, 0 to 5 minutes, 20 seconds by default: for how long requests in flight may then finish.
/// </param>
public sealed record ShutdownOptions(TimeSpan ReadinessDelay, TimeSpan Timeout)
{
    private static readonly TimeSpan s_max = TimeSpan.FromMinutes(5);

    internal static ShutdownOptions Read(IConfiguration configuration) => new(
        Parse(configuration, "Shutdown:ReadinessDelay", TimeSpan.Zero),
        Parse(configuration, "Shutdown:Timeout", TimeSpan.FromSeconds(20)));

    private static TimeSpan Parse(IConfiguration configuration, string key, TimeSpan otherwise)
    {
        var value = configuration[key];
        if (string.IsNullOrEmpty(value))
            return otherwise;

        return TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero && time <= s_max
            ? time
            : throw new InvalidOperationException($"{key} is '{value}': give a time from 00:00:00 to {s_max:c}, as hours:minutes:seconds.");
    }
}
