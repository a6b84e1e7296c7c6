namespace Kthena.Mutations.Expressions;

/// <summary>A piece of PromQL.</summary>
/// <param name="Kind">What it is by its letters.</param>
/// <param name="Text">As written.</param>
/// <param name="Start">Its position in the expression, from 0.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Depth">How many brackets are open around it; a bracket itself counts as outside.</param>
public sealed record Token(TokenKind Kind, string Text, int Start, TokenPlace Place, int Depth)
{
    /// <summary>The position behind its last letter.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether it is this bracket, comma, operator or keyword; PromQL's keywords may have any case.</summary>
    public bool Is(string text) => Kind != TokenKind.Text && Text.Equals(text, StringComparison.OrdinalIgnoreCase);
}
