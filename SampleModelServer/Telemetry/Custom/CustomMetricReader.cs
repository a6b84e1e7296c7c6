using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kthena.SampleModelServer.Telemetry.Custom;

/// <summary>Reads the metrics of a file one by one. Names follow https://prometheus.io/docs/concepts/data_model.</summary>
internal sealed partial class CustomMetricReader(YamlProblems problems)
{
    private static readonly string[] s_required = ["name", "type", "help", "labels"];
    private static readonly string[] s_keys = [.. s_required, "buckets"];
    private static readonly string s_types = string.Join(", ", Enum.GetNames<CustomMetricType>().Select(name => name.ToLowerInvariant()));
    private static readonly string s_names = string.Join(", ", CustomMetricSource.All.Select(source => source.Name));

    private readonly Dictionary<string, Mark> _names = [];

    /// <summary>Null when there are problems with it, which have been added.</summary>
    public CustomMetricDefinition? Read(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            problems.Add(node, $"'{YamlProblems.Describe(node)}' is no metric; write {string.Join(", ", s_required)}");
            return null;
        }

        var before = problems.Count;
        var entries = problems.Entries(mapping, s_keys, "a metric");
        foreach (var key in s_required.Where(key => !entries.ContainsKey(key)))
            problems.Add(node, $"the metric has no '{key}'; add it");

        var source = entries.TryGetValue("name", out var name) ? ReadName(name) : null;
        var declared = entries.TryGetValue("type", out var type) ? ReadType(type, source) : null;
        var help = entries.TryGetValue("help", out var text) ? ReadHelp(text) : "";
        if (entries.TryGetValue("labels", out var labels))
            ReadLabels(labels, source);
        var buckets = ReadBuckets(node, entries.GetValueOrDefault("buckets"), source?.Type ?? declared);
        return problems.Count == before ? new CustomMetricDefinition(source!, help, buckets) : null;
    }

    private CustomMetricSource? ReadName(YamlNode node)
    {
        if (YamlProblems.Text(node) is not { } name || !MetricName().IsMatch(name))
        {
            problems.Add(node, $"'{YamlProblems.Describe(node)}' is no metric name; use letters, digits, '_' and ':', and no digit at the start");
            return null;
        }

        if (!_names.TryAdd(name, node.Start))
            problems.Add(node, $"'{name}' is there already, in line {_names[name].Line}; keep one of them");

        var source = CustomMetricSource.All.FirstOrDefault(source => source.Name == name);
        if (source is null && CustomMetricSource.IsReserved(name))
            problems.Add(node, $"'{name}' is a name of the server's own metrics, which always exist; the custom ones are {s_names}");
        else if (source is null)
            problems.Add(node, $"the server has no numbers for '{name}'; it has them for {s_names}");
        return source;
    }

    private CustomMetricType? ReadType(YamlNode node, CustomMetricSource? source)
    {
        var known = Enum.GetValues<CustomMetricType>().Where(type => YamlProblems.Text(node) == Word(type)).Select(type => (CustomMetricType?)type).FirstOrDefault();
        if (known is null)
            problems.Add(node, $"unknown type '{YamlProblems.Describe(node)}'; the types are {s_types}");
        else if (source is not null && source.Type != known)
            problems.Add(node, $"'{source.Name}' is no {Word(known.Value)}; write {Word(source.Type)}");
        return known;
    }

    private string ReadHelp(YamlNode node)
    {
        if (YamlProblems.Text(node) is { } help)
            return help.Trim();
        problems.Add(node, "the help is no text or an empty one; say in a sentence what the metric tells");
        return "";
    }

    private void ReadLabels(YamlNode node, CustomMetricSource? source)
    {
        if (node is not YamlSequenceNode list)
        {
            problems.Add(node, "the labels are not a list; write [a, b]");
            return;
        }

        var before = problems.Count;
        var labels = new HashSet<string>();
        foreach (var item in list)
        {
            if (YamlProblems.Text(item) is not { } label || !LabelName().IsMatch(label))
                problems.Add(item, $"'{YamlProblems.Describe(item)}' is no label name; use letters, digits and '_', no digit and no '__' at the start");
            else if (!labels.Add(label))
                problems.Add(item, $"label '{label}' is there twice; keep one of them");
        }

        if (problems.Count == before && source is not null && !labels.SetEquals(source.Labels))
            problems.Add(node, $"'{source.Name}' has other labels; write [{string.Join(", ", source.Labels)}], in any order");
    }

    private double[] ReadBuckets(YamlNode metric, YamlNode? node, CustomMetricType? type)
    {
        switch (type, node)
        {
            case (CustomMetricType.Histogram, null):
                problems.Add(metric, "the histogram has no 'buckets'; add their upper bounds");
                return [];
            case (CustomMetricType.Histogram, YamlSequenceNode { Children.Count: > 0 } list):
                return ReadBounds(list);
            case (CustomMetricType.Histogram, _):
                problems.Add(node, "the buckets are no list or an empty one; write their upper bounds, such as [0.5, 1]");
                return [];
            case ({ } other, not null):
                problems.Add(node, $"a {Word(other)} has no buckets; take them out");
                return [];
            default:
                return [];
        }
    }

    private double[] ReadBounds(YamlSequenceNode list)
    {
        var bounds = new List<double>();
        foreach (var item in list)
        {
            if (!double.TryParse(YamlProblems.Text(item), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) || !double.IsFinite(bound))
                problems.Add(item, $"'{YamlProblems.Describe(item)}' is no finite number; write one (the bucket +Inf is always there)");
            else if (bounds is [.., var last] && bound <= last)
                problems.Add(item, $"the bucket {YamlProblems.Describe(item)} does not lie above the one before it; write them in ascending order, each once");
            else
                bounds.Add(bound);
        }

        return [.. bounds];
    }

    private static string Word(CustomMetricType type) => type.ToString().ToLowerInvariant();

    [GeneratedRegex(@"\A[a-zA-Z_:][a-zA-Z0-9_:]*\z")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"\A(?!__)[a-zA-Z_][a-zA-Z0-9_]*\z")]
    private static partial Regex LabelName();
}
