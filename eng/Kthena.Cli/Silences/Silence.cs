using System.Text.Json.Serialization;

namespace Kthena.Cli.Silences;

/// <summary>A silence as Alertmanager's API v2 takes and gives it.</summary>
/// <param name="Matchers">The alerts that it mutes match all of them.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="Comment">Why.</param>
internal sealed record Silence(IReadOnlyList<Matcher> Matchers, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string CreatedBy, string Comment)
{
    /// <summary>Its id, which Alertmanager gives it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>Whether it is in force, which Alertmanager knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SilenceStatus? Status { get; init; }
}

/// <summary>The state of a silence.</summary>
/// <param name="State"><c>active</c>, <c>pending</c> or <c>expired</c>.</param>
internal sealed record SilenceStatus(string State);
