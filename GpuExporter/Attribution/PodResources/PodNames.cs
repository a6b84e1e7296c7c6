using System.Text.RegularExpressions;

namespace Kthena.GpuExporter.Attribution.PodResources;

/// <summary>Pods of a model: its deployment is named <c>{model_id}-infer</c>, and a deployment's pods get two more parts to their name.</summary>
internal static partial class PodNames
{
    /// <summary>The model's id, or null for a pod that is not a model's.</summary>
    public static string? Model(string pod) => Pattern().Match(pod) is { Success: true } match ? match.Groups["model"].Value : null;

    [GeneratedRegex(@"\A(?<model>.+)-infer-[a-z0-9]{1,10}-[a-z0-9]{5}\z")]
    private static partial Regex Pattern();
}
