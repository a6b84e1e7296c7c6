using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kthena.SampleModelServer.Telemetry.Custom;

/// <summary>Collects what is wrong with a YAML file, so that its author sees all of it at once.</summary>
internal sealed class YamlProblems(string path)
{
    private const int MaxShown = 60;

    private readonly List<(long Line, long Column, string Text)> _problems = [];

    public int Count => _problems.Count;

    public void Add(Mark mark, string text) => _problems.Add((mark.Line, mark.Column, text));

    public void Add(YamlNode node, string text) => Add(node.Start, text);

    /// <exception cref="CustomMetricsException">There is a problem.</exception>
    public void ThrowIfAny()
    {
        if (_problems is not [])
            throw new CustomMetricsException([.. _problems.OrderBy(problem => (problem.Line, problem.Column)).Select(problem => $"{path}:{problem.Line}:{problem.Column}: {problem.Text}")]);
    }

    /// <summary>The entries of a mapping whose keys are known; the others are problems.</summary>
    public Dictionary<string, YamlNode> Entries(YamlMappingNode mapping, IReadOnlyList<string> keys, string what)
    {
        var entries = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in mapping)
        {
            if (key is YamlScalarNode { Value: { } name } && keys.Contains(name))
                entries.Add(name, value);
            else
                Add(key, $"unknown key '{Describe(key)}'; {what} has {string.Join(", ", keys)}");
        }

        return entries;
    }

    /// <summary>How a node is shown in a message: a text in one line and not too long, anything else by its kind.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { Length: > MaxShown } value } => $"{OneLine(value[..MaxShown])}...",
        YamlScalarNode scalar => OneLine(scalar.Value ?? ""),
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };

    /// <summary>The text of a scalar; null for YAML's null, for an empty text and for anything that is no scalar.</summary>
    public static string? Text(YamlNode node) => node is YamlScalarNode { Value: { } value } scalar && !string.IsNullOrWhiteSpace(value)
        && (scalar.Style != ScalarStyle.Plain || value is not ("~" or "null" or "Null" or "NULL"))
            ? value
            : null;

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
