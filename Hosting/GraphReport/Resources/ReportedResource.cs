using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>
/// One instance of a resource, from its public snapshot. Values of parameters, environment variables and command lines are left out: they hold
/// secrets.
/// </summary>
internal sealed record ReportedResource(
    string Name,
    string Kind,
    string? State,
    string? Health,
    IReadOnlyDictionary<string, string> Urls,
    int? Pid,
    double? StartSeconds,
    DateTime? StartedAt,
    DateTime? StoppedAt,
    int? ExitCode,
    IReadOnlyList<ReportedHealth> HealthReports,
    IReadOnlyList<ReportedCommand> Commands,
    IReadOnlyList<ReportedRelationship> Relationships,
    IReadOnlyList<ReportedLink> Links)
{
    /// <param name="instance">What is known of it.</param>
    /// <param name="names">The names of each resource's instances.</param>
    public static ReportedResource Of(InstanceState instance, ILookup<string, string> names)
    {
        var snapshot = instance.Snapshot;
        return new(
            instance.Name,
            snapshot.ResourceType,
            instance.StateText,
            snapshot.HealthStatus?.ToString(),
            snapshot.Urls.Where(url => url.Name is not null).GroupBy(url => url.Name!).ToDictionary(urls => urls.Key, urls => urls.First().Url),
            instance.IsRunning ? instance.ProcessId : null,
            instance.StartUp is { } startUp ? Math.Round(startUp.TotalSeconds, 3) : null,
            snapshot.StartTimeStamp?.ToUniversalTime(),
            snapshot.StopTimeStamp?.ToUniversalTime(),
            snapshot.ExitCode,
            [.. snapshot.HealthReports.Select(report => new ReportedHealth(report.Name, report.Status?.ToString(), report.Description))],
            [.. snapshot.Commands.Where(IsForPeople).Select(command => new ReportedCommand(command.Name, command.DisplayName, command.State.ToString()))],
            [.. snapshot.Relationships.Where(other => other.ResourceName != instance.Resource.Name)
                .SelectMany(other => names[other.ResourceName], (other, name) => new ReportedRelationship(name, other.Type)).Distinct()],
            [.. snapshot.Urls.Where(IsLink).Select(url => new ReportedLink(url.DisplayProperties.DisplayName is { Length: > 0 } name ? name : url.Url, url.Url))]);
    }

    private static bool IsForPeople(ResourceCommandSnapshot command)
        => command.State != ResourceCommandState.Hidden && command.Visibility.HasFlag(ResourceCommandVisibility.UI);

    // Endpoints without a name for people are in Urls already.
    private static bool IsLink(UrlSnapshot url) => !url.IsInternal && (url.Name is null || url.DisplayProperties.DisplayName.Length > 0);
}

/// <summary>What a health check last found; no status until it was made.</summary>
internal sealed record ReportedHealth(string Name, string? Status, string? Description);

/// <summary>What may be done with a resource. The state is <c>Enabled</c> or <c>Disabled</c>.</summary>
internal sealed record ReportedCommand(string Name, string DisplayName, string State);

/// <summary>What a resource has to do with another one: Aspire's types, such as <c>Reference</c>, <c>WaitFor</c> and <c>Parent</c>.</summary>
internal sealed record ReportedRelationship(string Resource, string Type);

/// <summary>A link for people, besides the endpoints.</summary>
internal sealed record ReportedLink(string Name, string Url);
