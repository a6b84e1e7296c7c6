using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kthena.ServiceDefaults.Health;

/// <summary>Writes a report as <c>{"status":"Unhealthy","checks":{"name":{"status":"Unhealthy","description":"why"}}}</c>.</summary>
internal static partial class HealthReportWriter
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var body = new Report(
            report.Status.ToString(),
            report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new Check(entry.Value.Status.ToString(), entry.Value.Description ?? entry.Value.Exception?.Message)));
        return context.Response.WriteAsJsonAsync(body, Json.Default.Report, cancellationToken: context.RequestAborted);
    }

    internal sealed record Report(string Status, Dictionary<string, Check> Checks);

    internal sealed record Check(string Status, string? Description);

    [JsonSerializable(typeof(Report))]
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    private sealed partial class Json : JsonSerializerContext;
}
