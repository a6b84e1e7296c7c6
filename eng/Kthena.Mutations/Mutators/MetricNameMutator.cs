using Kthena.Mutations.Expressions;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Mutators;

/// <summary>The wrong metric: each one that is read, and the one that is recorded.</summary>
public sealed class MetricNameMutator : IMutator
{
    private const string Other = "_other";

    private readonly Reads _reads = new();

    /// <inheritdoc/>
    public string Kind => _reads.Kind;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<FieldChange>> Mutate(Rule rule) =>
        rule["record"] is { } record ? [.. _reads.Mutate(rule), [new(record.Path, record.Value + Other)]] : _reads.Mutate(rule);

    /// <summary>The broken forms of an expression.</summary>
    public IEnumerable<string> Mutate(string expression) => _reads.Mutate(expression);

    private sealed class Reads : ExpressionMutator
    {
        public override string Kind => "metric";

        protected override IEnumerable<TextEdit> Edits(Expression expression) =>
            expression.Find(TokenPlace.Expression, TokenKind.Identifier).Where(expression.IsMetric)
                .Select(i => TextEdit.Of(expression.Tokens[i], expression.Tokens[i].Text + Other));
    }
}
