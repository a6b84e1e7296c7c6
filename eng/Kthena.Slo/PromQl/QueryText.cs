namespace Kthena.Slo.PromQl;

/// <summary>An expression as its author wrote it.</summary>
public sealed record QueryText(string Text) : PromQuery
{
    // A comment at the end must not swallow what follows, and lines stay as they are: a text in backquotes may span them.
    private bool NeedsItsOwnLines => Text.Contains('\n', StringComparison.Ordinal) || Text.Contains('#', StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal override string AsOperand() => $"({AsArgument()})";

    internal override string AsArgument() => NeedsItsOwnLines ? $"\n{Text}\n" : Text;
}
