using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kthena.Cli.Faults;

/// <summary>The alerts that the repository's rules have, with their <c>for</c>.</summary>
internal static class AlertRules
{
    /// <returns>Alerts by name, each with the <c>for</c> of its first rule. A file that cannot be read has none.</returns>
    public static IReadOnlyDictionary<string, string> Read(string root)
    {
        var alerts = new Dictionary<string, string>(StringComparer.Ordinal);
        var folder = Path.Combine(root, "rules");
        if (!Directory.Exists(folder))
            return alerts;

        foreach (var file in Directory.EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var (alert, time) in Alerts(file))
                alerts.TryAdd(alert, time);
        }

        return alerts;
    }

    private static IEnumerable<(string Alert, string For)> Alerts(string file)
    {
        var yaml = new YamlStream();
        try
        {
            using var reader = File.OpenText(file);
            yaml.Load(reader);
        }
        catch (Exception exception) when (exception is YamlException or IOException)
        {
            return []; // 'promtool check rules' says what is wrong with it
        }

        return yaml.Documents.SelectMany(document => List(document.RootNode, "groups")).SelectMany(group => List(group, "rules"))
            .Where(rule => Text(rule, "alert") is not null)
            .Select(rule => (Text(rule, "alert")!, Text(rule, "for") ?? "0s"));
    }

    private static IEnumerable<YamlNode> List(YamlNode node, string key) => Child(node, key) as YamlSequenceNode ?? Enumerable.Empty<YamlNode>();

    private static string? Text(YamlNode node, string key) => (Child(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlNode node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(key, out var child) ? child : null;
}
