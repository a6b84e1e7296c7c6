using System.Text.Json.Nodes;
using Kthena.StackTesting.Contract;
using Kthena.StackTesting.PromQL;

namespace Kthena.StackTesting.RuleFiles;

/// <summary>The series that PromQL may use: those of the contract, and those that recording rules make of them.</summary>
public sealed class SeriesOfRules : ISeriesCatalogue
{
    private const string Thresholds = "kthena:threshold:";

    // Any threshold may be overridden for a model, by a rule that the repository need not have.
    private static readonly string[] s_overrides = ["model_id"];

    private static readonly HashSet<string> s_beingInferred = [];

    private readonly MetricContract _contract;
    private readonly ILookup<string, (Rule Rule, JsonNode Tree)> _recordings;
    private readonly Dictionary<string, IReadOnlySet<string>> _inferred = new(StringComparer.Ordinal);

    private SeriesOfRules(MetricContract contract, ILookup<string, (Rule Rule, JsonNode Tree)> recordings)
        => (_contract, _recordings) = (contract, recordings);

    /// <summary>Parses the recording rules once.</summary>
    public static async Task<SeriesOfRules> CreateAsync(
        MetricContract contract, IEnumerable<Rule> rules, PromqlParser parser, CancellationToken cancellationToken)
    {
        var recordings = new List<(Rule Rule, JsonNode Tree)>();
        foreach (var rule in rules.Where(rule => rule.Record is not null))
            recordings.Add((rule, await parser.ParseAsync(rule.Expr, cancellationToken)));
        return new SeriesOfRules(contract, recordings.ToLookup(recording => recording.Rule.Record!, StringComparer.Ordinal));
    }

    public IReadOnlySet<string>? LabelsOf(string series)
    {
        if (_contract.LabelsOf(series) is { } known) return known;
        if (!_recordings.Contains(series)) return null;
        if (_inferred.TryGetValue(series, out var inferred)) return inferred;
        _inferred[series] = s_beingInferred; // a rule that reads its own record adds nothing to it
        return _inferred[series] = _recordings[series]
            .SelectMany(recording => new LabelInference(this).LabelsOf(recording.Tree).Concat(recording.Rule.Labels.Keys))
            .Concat(series.StartsWith(Thresholds, StringComparison.Ordinal) ? s_overrides : [])
            .ToHashSet(StringComparer.Ordinal);
    }
}
