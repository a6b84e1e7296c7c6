using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Kthena.StackTesting.RuleFiles;

/// <summary>Reads folders of rule files (https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/) and of their tests.</summary>
public static class RuleFolder
{
    private static readonly string[] s_ruleFolders = ["alerts", "recording", "generated"];

    private static readonly IDeserializer s_yaml =
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    /// <summary>The files of a folder below <c>rules/</c>, from the repository's root; none when there is no such folder.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        var path = Path.Join(Repository.Root, "rules", folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.yml").Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>All rules of the repository: written ones and generated ones.</summary>
    public static IReadOnlyList<Rule> AllRules() => [.. s_ruleFolders.SelectMany(Rules)];

    public static IReadOnlyList<Rule> Rules(string folder) => [.. Files(folder).SelectMany(file =>
        Read<RuleFile>(file).Groups.SelectMany(group => group.Rules).Select(rule =>
        {
            rule.File = file;
            return rule;
        }))];

    /// <summary>What promtool's tests expect of alerts: the alert, and whether any of it fires.</summary>
    public static IReadOnlyList<(string Alert, bool Fires)> Expectations() => [.. Files("tests").SelectMany(file =>
        Read<TestFile>(file).Tests.SelectMany(test => test.AlertRuleTest).Select(expected => (expected.Alertname, expected.ExpAlerts.Count > 0)))];

    private static T Read<T>(string file) => s_yaml.Deserialize<T>(File.ReadAllText(Path.Join(Repository.Root, file)));

    private sealed class RuleFile
    {
        public List<RuleGroup> Groups { get; set; } = [];
    }

    private sealed class RuleGroup
    {
        public List<Rule> Rules { get; set; } = [];
    }

    private sealed class TestFile
    {
        public List<TestCase> Tests { get; set; } = [];
    }

    private sealed class TestCase
    {
        public List<AlertExpectation> AlertRuleTest { get; set; } = [];
    }

    private sealed class AlertExpectation
    {
        public string Alertname { get; set; } = "";

        public List<object> ExpAlerts { get; set; } = [];
    }
}
