using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Kthena.Mutations.Rules;

/// <summary>A file of promtool tests: which rule files it loads, and its cases.</summary>
/// <param name="Path">Its path from the folder of rules.</param>
/// <param name="RuleFiles">The rule files, as paths from the folder of rules; a name may hold <c>*</c>.</param>
/// <param name="Cases">Its cases in order.</param>
public sealed record TestFile(string Path, IReadOnlyList<string> RuleFiles, IReadOnlyList<TestCase> Cases)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no file of promtool tests.</exception>
    public static TestFile Parse(string path, string text)
    {
        try
        {
            var file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build().Deserialize<Document?>(text);
            return new(path, [.. (file?.RuleFiles ?? []).Select(f => Resolve(path, f))], [.. (file?.Tests ?? []).Select(t => new TestCase(path, t.Name, t.Subjects))]);
        }
        catch (Exception e) when (e is YamlException or FormatException)
        {
            throw new InvalidDataException($"rules/{path} is no file of promtool tests: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    /// <summary>Whether it loads a rule file.</summary>
    public bool Loads(string ruleFile) => RuleFiles.Any(f => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(f, ruleFile, ignoreCase: false));

    // Paths are relative to the test's file; the root here stands for the folder of rules.
    private static string Resolve(string path, string ruleFile) =>
        System.IO.Path.GetFullPath(ruleFile, System.IO.Path.GetDirectoryName("/" + path)!).TrimStart('/');

    private sealed class Document
    {
        public List<string>? RuleFiles { get; init; }

        public List<Case>? Tests { get; init; }
    }

    private sealed class Case
    {
        public string Name { get; init; } = "";

        public List<AlertTest>? AlertRuleTest { get; init; }

        public List<ExpressionTest>? PromqlExprTest { get; init; }

        public IReadOnlySet<string> Subjects =>
            (AlertRuleTest ?? []).Select(t => t.Alertname).Concat((PromqlExprTest ?? []).SelectMany(t => TestCase.SeriesIn(t.Expr))).ToHashSet();
    }

    private sealed class AlertTest
    {
        public string Alertname { get; init; } = "";
    }

    private sealed class ExpressionTest
    {
        public string Expr { get; init; } = "";
    }
}
