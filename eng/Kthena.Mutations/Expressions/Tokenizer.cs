using System.Text.RegularExpressions;

namespace Kthena.Mutations.Expressions;

/// <summary>Cuts PromQL into tokens; spaces and comments are none.</summary>
internal static partial class Tokenizer
{
    /// <exception cref="FormatException">Something that PromQL does not have.</exception>
    public static IReadOnlyList<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var open = new Stack<TokenPlace>([TokenPlace.Expression]);
        for (var at = 0; at < text.Length;)
        {
            var match = Lexeme().Match(text, at);
            if (!match.Success)
                throw new FormatException($"no PromQL at character {at + 1}: {text[at..Math.Min(text.Length, at + 20)]}");
            at += match.Length;
            if (match.Groups["skip"].Success)
                continue;
            if (match.Value is ")" or "}" or "]" && open.Count > 1)
                open.Pop();
            tokens.Add(new(KindOf(match), match.Value, match.Index, open.Peek(), open.Count - 1));
            if (match.Value is "(" or "{" or "[")
                open.Push(PlaceInside(match.Value, tokens));
        }

        return tokens;
    }

    private static TokenPlace PlaceInside(string bracket, List<Token> tokens) => bracket switch
    {
        "{" => TokenPlace.Matchers,
        "[" => TokenPlace.Range,
        _ => tokens.Count > 1 && tokens[^2].Kind == TokenKind.Identifier && Keywords.BeforeLabels.Contains(tokens[^2].Text)
            ? TokenPlace.Labels : tokens[^1].Place,
    };

    private static TokenKind KindOf(Match match) =>
        match.Groups["text"].Success ? TokenKind.Text
        : match.Groups["duration"].Success ? TokenKind.Duration
        : match.Groups["number"].Success ? TokenKind.Number
        : match.Groups["name"].Success ? TokenKind.Identifier
        : match.Groups["bracket"].Success ? TokenKind.Punctuation
        : TokenKind.Operator;

    // A colon begins no name here: recording rules' names never do, and a subquery's step comes after one.
    [GeneratedRegex(
        """
        \G(?:
          (?<skip> \s+ | \#[^\n]* )
        | (?<text> "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | `[^`]*` )
        | (?<duration> (?:\d+(?:ms|[smhdwy]))+ (?![\w.]) )
        | (?<number> 0[xX][0-9a-fA-F]+ | (?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)? )
        | (?<name> [a-zA-Z_][a-zA-Z0-9_:]* )
        | (?<bracket> [(){}\[\],] )
        | == | != | =~ | !~ | >= | <= | [-+*/%^=<>@:]
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Lexeme();
}
