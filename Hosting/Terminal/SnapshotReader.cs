using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Terminal;

/// <summary>Turns Aspire's snapshot of a resource into a row.</summary>
internal static class SnapshotReader
{
    /// <summary>Parameters and the like have no life of their own: they are shown only when something is wrong with them.</summary>
    public static bool IsLeftOut(CustomResourceSnapshot snapshot)
        => snapshot.IsHidden
            || (snapshot.ResourceType is "Parameter" or "ConnectionString" && Condition(snapshot, hasBeenHealthy: false, isStopping: false) != ResourceCondition.Failed);

    /// <summary>Aspire tells the health of what is "Running"; what is "Active" (an external service, say) has none to check.</summary>
    public static bool IsHealthy(CustomResourceSnapshot snapshot)
        => IsRunning(snapshot) && snapshot.HealthStatus is (null or HealthStatus.Healthy);

    /// <summary>Aspire's time stamps are UTC, whatever their kind says when it says nothing.</summary>
    public static DateTimeOffset? StartTime(CustomResourceSnapshot snapshot) => snapshot.StartTimeStamp switch
    {
        null => null,
        { Kind: DateTimeKind.Local } local => local.ToUniversalTime(),
        { } utc => new DateTimeOffset(utc.Ticks, TimeSpan.Zero),
    };

    public static ResourceRow Read(string name, CustomResourceSnapshot snapshot, TimeSpan? startUp, bool isStopping)
    {
        var condition = Condition(snapshot, startUp is not null, isStopping);
        return new(name, condition, State(snapshot, condition), startUp, Url(snapshot), Reason(snapshot, condition))
        {
            Counts = snapshot.State?.Text != KnownResourceStates.NotStarted,
        };
    }

    private static bool IsRunning(CustomResourceSnapshot snapshot)
        => snapshot.State?.Text is { } state && (state == KnownResourceStates.Running || state == KnownResourceStates.Active);

    private static ResourceCondition Condition(CustomResourceSnapshot snapshot, bool hasBeenHealthy, bool isStopping)
    {
        var state = snapshot.State?.Text;
        if (string.IsNullOrEmpty(state) || state == KnownResourceStates.NotStarted || state == KnownResourceStates.Waiting) return ResourceCondition.Waiting;
        if (IsRunning(snapshot))
        {
            if (IsHealthy(snapshot)) return ResourceCondition.Healthy;
            return hasBeenHealthy ? ResourceCondition.Unhealthy : ResourceCondition.Changing;
        }

        if (state == KnownResourceStates.Exited || state == KnownResourceStates.Finished)
        {
            if (isStopping) return ResourceCondition.Stopped;
            return snapshot.ExitCode is null or 0 ? ResourceCondition.Finished : ResourceCondition.Failed;
        }

        return state == KnownResourceStates.FailedToStart || state == KnownResourceStates.RuntimeUnhealthy || state == KnownResourceStates.ValueMissing
            || snapshot.State!.Style == KnownResourceStateStyles.Error
            ? ResourceCondition.Failed
            : ResourceCondition.Changing;
    }

    private static string State(CustomResourceSnapshot snapshot, ResourceCondition condition)
    {
        var state = snapshot.State?.Text ?? "";
        if (snapshot.ExitCode is { } exitCode && condition is ResourceCondition.Failed or ResourceCondition.Finished or ResourceCondition.Stopped)
            return $"{state} ({exitCode})";
        // Not healthy yet is no alarm: until then it just runs.
        return IsRunning(snapshot) && condition != ResourceCondition.Changing ? snapshot.HealthStatus?.ToString() ?? state : state;
    }

    private static string? Url(CustomResourceSnapshot snapshot)
    {
        var urls = snapshot.Urls.IsDefault ? [] : snapshot.Urls.Where(url => !url.IsInternal && !url.IsInactive).ToArray();
        // The endpoint that people open is named after its scheme.
        return (urls.OrderByDescending(url => url.DisplayProperties.SortOrder).ThenByDescending(url => url.Name is "http" or "https").FirstOrDefault())?.Url;
    }

    private static string? Reason(CustomResourceSnapshot snapshot, ResourceCondition condition)
    {
        // What a killed process wrote last has nothing to do with its end.
        if (condition == ResourceCondition.Failed && snapshot.ExitCode == 128 + 9) return "killed (SIGKILL)";
        if (condition is not (ResourceCondition.Unhealthy or ResourceCondition.Failed or ResourceCondition.Changing) || snapshot.HealthReports.IsDefault) return null;
        var failing = snapshot.HealthReports.FirstOrDefault(report => report.Status is HealthStatus.Unhealthy or HealthStatus.Degraded);
        return failing is null ? null : PlainText.FirstLine(failing.Description) ?? PlainText.FirstLine(failing.ExceptionText) ?? $"health check '{failing.Name}' fails";
    }
}
