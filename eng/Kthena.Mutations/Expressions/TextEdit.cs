namespace Kthena.Mutations.Expressions;

/// <summary>One change of a text.</summary>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="End">The position behind what goes.</param>
/// <param name="Replacement">What comes instead.</param>
public readonly record struct TextEdit(int Start, int End, string Replacement)
{
    /// <summary>The text with the change.</summary>
    public string ApplyTo(string text) => string.Concat(text.AsSpan(0, Start), Replacement, text.AsSpan(End));

    /// <summary>The change of one token into another text.</summary>
    public static TextEdit Of(Token token, string replacement) => new(token.Start, token.End, replacement);
}
