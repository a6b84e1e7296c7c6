using System.Text.Json;
using System.Text.Json.Serialization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Prometheus;

/// <summary>One address to scrape. Instances of a resource with replicas are targets of their own.</summary>
internal sealed record ScrapeTargetAnnotation(string Job, EndpointReference Endpoint, string Path) : IResourceAnnotation;

/// <summary>
/// A target group of Prometheus' file-based service discovery
/// (https://prometheus.io/docs/prometheus/latest/configuration/configuration/#file_sd_config).
/// </summary>
internal sealed record TargetGroup(
    [property: JsonPropertyName("targets")] IReadOnlyList<string> Targets,
    [property: JsonPropertyName("labels")] IReadOnlyDictionary<string, string> Labels)
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static string Serialize(IEnumerable<TargetGroup> groups) => JsonSerializer.Serialize(groups, s_indented);
}
