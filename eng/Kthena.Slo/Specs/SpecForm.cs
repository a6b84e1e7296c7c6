using System.Text.RegularExpressions;

namespace Kthena.Slo.Specs;

/// <summary>The two ways in which Sloth's specifications are written: the plain file and the Kubernetes resource.</summary>
public sealed partial class SpecForm
{
    private readonly bool _camelCase;

    private SpecForm(string version, string mode, bool camelCase)
    {
        (Version, Mode, _camelCase) = (version, mode, camelCase);
    }

    /// <summary>A file with <c>version: prometheus/v1</c>; its fields are in snake case.</summary>
    public static SpecForm Plain { get; } = new("prometheus/v1", "cli-gen-prom", camelCase: false);

    /// <summary>A resource with <c>apiVersion: sloth.slok.dev/v1</c> and <c>kind: PrometheusServiceLevel</c>; its fields are in camel case.</summary>
    public static SpecForm Kubernetes { get; } = new("sloth.slok.dev/v1", "cli-gen-k8s", camelCase: true);

    /// <summary>The version that the specification names, as <c>sloth_slo_info</c> has it in <c>sloth_spec</c>.</summary>
    public string Version { get; }

    /// <summary>What <c>sloth_slo_info</c> has in <c>sloth_mode</c>.</summary>
    public string Mode { get; }

    internal SpecForm Other => this == Plain ? Kubernetes : Plain;

    /// <summary>How this form writes a field that the plain form calls <paramref name="field"/>.</summary>
    internal string Field(string field) => _camelCase ? Underscore().Replace(field, letter => letter.Groups[1].Value.ToUpperInvariant()) : field;

    [GeneratedRegex("_([a-z])")]
    private static partial Regex Underscore();
}
