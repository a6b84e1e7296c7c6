using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Aspire.Hosting.Prometheus.Rules;

/// <summary>A file of recording rules (https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/).</summary>
internal sealed record RuleFile(IReadOnlyList<RuleGroup> Groups)
{
    private static readonly ISerializer s_yaml = new SerializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    public string Serialize() => s_yaml.Serialize(this);
}

/// <summary>Rules that are evaluated one after the other.</summary>
internal sealed record RuleGroup(string Name, IReadOnlyList<RecordingRule> Rules);

/// <summary>A series that Prometheus computes.</summary>
internal sealed record RecordingRule(string Record, string Expr, IReadOnlyDictionary<string, string> Labels);
