using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Tests.Terminal;

/// <summary>Resource events as Aspire publishes them.</summary>
internal static class Snapshots
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static CustomResourceSnapshot In(string? state) => new()
    {
        ResourceType = "Executable",
        Properties = [],
        State = state,
        StartTimeStamp = Start.UtcDateTime,
    };

    public static CustomResourceSnapshot With(this CustomResourceSnapshot snapshot, HealthStatus? health, string? description = null)
        => snapshot.WithHealthReports([new HealthReportSnapshot("http", health, description, null)]);

    public static CustomResourceSnapshot At(this CustomResourceSnapshot snapshot, params string[] urls)
        => snapshot with { Urls = [.. urls.Select(url => new UrlSnapshot("http", url, IsInternal: false))] };

    public static ResourceEvent Of(this CustomResourceSnapshot snapshot, string name, string? id = null)
        => new(new ExecutableResource(name, "command", "/"), id ?? name, snapshot);
}
