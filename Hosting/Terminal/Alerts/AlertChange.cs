namespace Aspire.Hosting.Terminal.Alerts;

internal enum AlertChangeKind
{
    /// <summary>It fires, and somebody is told.</summary>
    Firing,

    /// <summary>It fires, and nobody is told.</summary>
    Suppressed,

    /// <summary>It fires no more.</summary>
    Resolved,
}

/// <summary>What is new about one alert.</summary>
/// <param name="Alert">As it is now, or was last.</param>
/// <param name="Kind">What it has become.</param>
/// <param name="Lasted">From its beginning to its end.</param>
internal sealed record AlertChange(ActiveAlert Alert, AlertChangeKind Kind, TimeSpan? Lasted = null);
