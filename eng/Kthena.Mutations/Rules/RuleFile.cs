using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kthena.Mutations.Rules;

/// <summary>A file of rules in Prometheus' format: what is in it, and how it reads after a change.</summary>
public sealed class RuleFile
{
    private readonly string _text;

    private RuleFile(string path, string text) => (Path, _text) = (path, text);

    /// <summary>The file's path from the folder of all rules, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Its rules in order.</summary>
    public IReadOnlyList<Rule> Rules { get; private init; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It has no rules in Prometheus' format.</exception>
    public static RuleFile Parse(string path, string text)
    {
        try
        {
            return new(path, text)
            {
                Rules = [.. Groups(Load(text)).SelectMany((group, g) => RulesOf(group).Select((rule, i) => new Rule(path, g, i, FieldsOf(rule, ""))))],
            };
        }
        catch (Exception e) when (e is YamlException or InvalidCastException or KeyNotFoundException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"rules/{path} is no file of rules: {e.Message}", e);
        }
    }

    /// <summary>The text of the file with changes in one of its rules.</summary>
    public string With(Rule rule, IReadOnlyList<FieldChange> changes) => Write(_ => true, rule, changes);

    /// <summary>The text of the file with some of its rules alone; groups stay even where they are empty.</summary>
    public string Only(Func<Rule, bool> keeps) => Write(keeps, changed: null, []);

    /// <summary>The text of the file with some of its rules alone and changes in one of them.</summary>
    public string OnlyWith(Func<Rule, bool> keeps, Rule rule, IReadOnlyList<FieldChange> changes) => Write(keeps, rule, changes);

    private string Write(Func<Rule, bool> keeps, Rule? changed, IReadOnlyList<FieldChange> changes)
    {
        var stream = Load(_text);
        var nodes = Groups(stream).Select(g => RulesOf(g).ToList()).ToList();
        foreach (var change in changed is null ? [] : changes)
            Apply(nodes[changed!.Group][changed.Index], change);
        foreach (var (group, index) in Groups(stream).Select((group, index) => (group, index)))
        {
            if (nodes[index].Count > 0)
                group.Children["rules"] = new YamlSequenceNode(Rules.Where(r => r.Group == index && keeps(r)).Select(r => nodes[index][r.Index]));
        }

        using var text = new StringWriter();
        stream.Save(text, assignAnchors: false);
        return text.ToString();
    }

    private static void Apply(YamlMappingNode rule, FieldChange change)
    {
        var (parent, key) = change.Path.Split('.', 2) is [var outer, var inner] ? ((YamlMappingNode)rule[outer], inner) : (rule, change.Path);
        var old = parent.Children.TryGetValue(key, out var there) ? (YamlScalarNode)there : null;
        if (change.Value is null)
            parent.Children.Remove(key);
        else
            parent.Children[key] = new YamlScalarNode(change.Value) { Style = old?.Style ?? ScalarStyle.Any };
    }

    private static YamlStream Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream;
    }

    private static IEnumerable<YamlMappingNode> Groups(YamlStream stream) =>
        ((YamlSequenceNode)((YamlMappingNode)stream.Documents[0].RootNode)["groups"]).Cast<YamlMappingNode>();

    private static IEnumerable<YamlMappingNode> RulesOf(YamlMappingNode group) =>
        group.Children.TryGetValue("rules", out var rules) ? ((YamlSequenceNode)rules).Cast<YamlMappingNode>() : [];

    private static List<RuleField> FieldsOf(YamlMappingNode node, string prefix) =>
    [
        .. node.Children.SelectMany(child => (child.Key, child.Value) switch
        {
            (YamlScalarNode key, YamlScalarNode value) => [new RuleField(prefix + key.Value, value.Value ?? "", LineOf(value))],
            (YamlScalarNode key, YamlMappingNode inner) => FieldsOf(inner, $"{prefix}{key.Value}."),
            _ => [],
        }),
    ];

    // A block's text begins on the line after its '|'.
    private static int LineOf(YamlScalarNode node) => (int)node.Start.Line + (node.Style is ScalarStyle.Literal or ScalarStyle.Folded ? 1 : 0);
}
