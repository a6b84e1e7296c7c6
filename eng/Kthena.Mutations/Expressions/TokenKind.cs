namespace Kthena.Mutations.Expressions;

/// <summary>What a piece of PromQL is by its letters alone.</summary>
public enum TokenKind
{
    /// <summary>A name: of a metric, a function, a label or a keyword.</summary>
    Identifier,

    /// <summary>A number literal.</summary>
    Number,

    /// <summary>A duration literal such as <c>5m</c> or <c>1h30m</c>.</summary>
    Duration,

    /// <summary>A string with its quotes.</summary>
    Text,

    /// <summary>An arithmetic, comparison or matching operator.</summary>
    Operator,

    /// <summary>A bracket or a comma.</summary>
    Punctuation,
}
