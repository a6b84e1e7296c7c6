using Kthena.StackTesting.PromQL;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Kthena.StackTesting.Contract;

/// <summary>The contract of metrics, <c>rules/metrics.yml</c>.</summary>
public sealed class MetricContract : ISeriesCatalogue
{
    private readonly Dictionary<string, HashSet<string>> _labels = new(StringComparer.Ordinal);

    private MetricContract(IReadOnlyList<string> targetLabels, IReadOnlyList<ContractMetric> metrics)
    {
        (TargetLabels, Metrics) = (targetLabels, metrics);
        foreach (var (name, own) in metrics.SelectMany(metric => metric.Series))
        {
            if (!_labels.TryGetValue(name, out var labels)) _labels[name] = labels = [.. targetLabels];
            labels.UnionWith(own);
        }
    }

    /// <summary>The labels that every series has from its target.</summary>
    public IReadOnlyList<string> TargetLabels { get; }

    public IReadOnlyList<ContractMetric> Metrics { get; }

    /// <summary>The contract of the repository.</summary>
    public static MetricContract Load() => Parse(File.ReadAllText(Path.Join(Repository.Root, "rules", "metrics.yml")));

    /// <exception cref="YamlDotNet.Core.YamlException">It is no contract; the message names the line.</exception>
    public static MetricContract Parse(string yaml)
    {
        var file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<ContractFile>(yaml);
        return new MetricContract(file.TargetLabels, [.. file.Emitters.SelectMany(emitter =>
        {
            var who = new ContractEmitter(emitter.Job, emitter.Profile, emitter.Environments, emitter.Condition);
            return emitter.Metrics.Select(metric => new ContractMetric(metric.Key, metric.Value.Type, metric.Value.Unit, metric.Value.Labels, who));
        })]);
    }

    /// <summary>The labels that series of this name may have, those of targets included; null when the contract does not know it.</summary>
    public IReadOnlySet<string>? LabelsOf(string series) => _labels.GetValueOrDefault(series);
}
