namespace Kthena.Slo.PromQl;

/// <summary>A PromQL expression; its text comes from <see cref="object.ToString"/>.</summary>
public abstract record PromQuery
{
    private protected PromQuery()
    {
    }

    /// <summary>The text of the expression where it stands as an operand, in parentheses where it needs them.</summary>
    internal virtual string AsOperand() => ToString();

    /// <summary>The text of the expression where it stands as an argument of a function.</summary>
    internal virtual string AsArgument() => ToString();

    private protected static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);

    private protected static string Parenthesize(string text) => text.Contains('\n', StringComparison.Ordinal) ? $"(\n{Indent(text)}\n)" : $"({text})";
}
