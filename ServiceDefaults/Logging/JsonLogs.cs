using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kthena.ServiceDefaults.Logging;

internal static class JsonLogs
{
    // ISO 8601 in UTC, to the microsecond: sortable, and what log shippers parse without being told.
    private const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    // Lowest precedence: appsettings.json and Logging__LogLevel__* in the environment override it.
    private static readonly Dictionary<string, string?> s_levels = new()
    {
        ["Logging:LogLevel:Default"] = nameof(LogLevel.Information),
        ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
        // One error for every probe while a service is not ready; the probe's answer says the same, and the cause logs itself.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = nameof(LogLevel.Critical),
        ["Logging:LogLevel:System.Net.Http"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Polly"] = nameof(LogLevel.Warning),
    };

    /// <summary>One JSON object a line on standard output, with the scopes and with the trace and span ids of the current activity.</summary>
    public static void AddJsonLogs(this IHostApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = s_levels });
        builder.Logging.ClearProviders();
        builder.Logging.Configure(logging =>
            logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId | ActivityTrackingOptions.ParentId);
        builder.Logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = TimestampFormat;
        });
    }
}
