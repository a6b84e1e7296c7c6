using System.Globalization;
using System.Text.RegularExpressions;

namespace Kthena.GpuExporter.Tests;

/// <summary>An exposition in the text format.</summary>
internal sealed partial class Metrics(string text)
{
    private readonly ILookup<string, Series> _series = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
        .Select(line => Line().Match(line))
        .ToLookup(match => match.Groups["name"].Value, match => new Series(
            Label().Matches(match.Groups["labels"].Value).ToDictionary(label => label.Groups["name"].Value, label => label.Groups["value"].Value),
            double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)));

    public string Text => text;

    /// <summary>The name of the one state that is 1.</summary>
    public string State => All("nvidia_gpu_exporter_state").Single(series => series.Value == 1).Labels["state"];

    public double Devices => Value("nvidia_gpu_exporter_devices")!.Value;

    public IReadOnlyList<Series> All(string name, params (string Name, string Value)[] labels) =>
        [.. _series[name].Where(series => Array.TrueForAll(labels, label => series.Labels.GetValueOrDefault(label.Name) == label.Value))];

    /// <summary>The one series of a name with these labels, among others; null when there is none, an error when there are several.</summary>
    public Series? Find(string name, params (string Name, string Value)[] labels) => All(name, labels).SingleOrDefault();

    public double? Value(string name, params (string Name, string Value)[] labels) => Find(name, labels)?.Value;

    /// <summary>The value of a device's own series; a MIG device is not its GPU.</summary>
    public double? Gpu(string name, int gpu, params (string Name, string Value)[] labels) =>
        All(name, [("gpu_id", gpu.ToString(CultureInfo.InvariantCulture)), .. labels])
            .SingleOrDefault(series => series.Labels.GetValueOrDefault("gpu_instance_id", "").Length == 0)?.Value;

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>.*)\})? (?<value>\S+)$""")]
    private static partial Regex Line();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>[^"]*)"(,|$)""")]
    private static partial Regex Label();

    internal sealed record Series(IReadOnlyDictionary<string, string> Labels, double Value);
}
