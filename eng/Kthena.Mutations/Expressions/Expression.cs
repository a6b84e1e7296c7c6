namespace Kthena.Mutations.Expressions;

/// <summary>A PromQL expression as its tokens, which is as much syntax as a change in place needs.</summary>
public sealed class Expression
{
    private Expression(string text, IReadOnlyList<Token> tokens) => (Text, Tokens) = (text, tokens);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Its tokens in order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">Something in it is no token of PromQL.</exception>
    public static Expression Parse(string text) => new(text, Tokenizer.Read(text));

    /// <summary>The token at an index, or null outside of the expression.</summary>
    public Token? At(int index) => index >= 0 && index < Tokens.Count ? Tokens[index] : null;

    /// <summary>The indexes of the tokens that stand in a place and are of a kind.</summary>
    public IEnumerable<int> Find(TokenPlace place, TokenKind kind) =>
        Enumerable.Range(0, Tokens.Count).Where(i => Tokens[i].Place == place && Tokens[i].Kind == kind);

    /// <summary>The index of the bracket that closes the one at an index; the last token when none does.</summary>
    public int CloseOf(int open)
    {
        var close = open + 1;
        while (close < Tokens.Count - 1 && Tokens[close].Depth > Tokens[open].Depth)
            close++;
        return close;
    }

    /// <summary>Whether the token at an index is the name of a function or aggregation that is called there.</summary>
    public bool IsCall(int index) =>
        At(index) is { Kind: TokenKind.Identifier } && At(index + 1) is { } next
        && (next.Is("(") || (next.Kind == TokenKind.Identifier && Keywords.All.Contains(Tokens[index].Text) && (next.Is("by") || next.Is("without"))));

    /// <summary>Whether the token at an index is a metric's name.</summary>
    public bool IsMetric(int index) =>
        Tokens[index] is { Kind: TokenKind.Identifier, Place: TokenPlace.Expression } token && !IsCall(index) && !Keywords.All.Contains(token.Text);

    /// <summary>Whether the operator at an index stands between two operands; otherwise it is a sign.</summary>
    public bool IsBinary(int index) =>
        At(index - 1) is { } before && (before.Kind is TokenKind.Number or TokenKind.Duration or TokenKind.Text || before.Is(")") || before.Is("}") || before.Is("]")
            || (before.Kind == TokenKind.Identifier && IsMetric(index - 1)));
}
