namespace Kthena.Slo.Rules;

/// <summary>A file of rules in Prometheus' format.</summary>
public sealed record RuleFile(IReadOnlyList<RuleGroup> Groups);

/// <summary>Rules that Prometheus evaluates one after another, for the same instant.</summary>
/// <param name="Name">Unique within the file.</param>
/// <param name="Interval">How often, a PromQL duration; null for the server's evaluation interval.</param>
/// <param name="Rules">In the order of evaluation.</param>
public sealed record RuleGroup(string Name, string? Interval, IReadOnlyList<Rule> Rules);

/// <summary>A recording rule or an alert: one of <paramref name="Record"/> and <paramref name="Alert"/> is the name, the other null.</summary>
/// <param name="Record">The metric that is recorded.</param>
/// <param name="Alert">The alert.</param>
/// <param name="Expr">What is evaluated, PromQL.</param>
/// <param name="Labels">Labels of the result.</param>
/// <param name="Annotations">Annotations of an alert; null for a recording rule.</param>
public sealed record Rule(
    string? Record, string? Alert, string Expr, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string>? Annotations);
