using System.Globalization;
using System.Text;

namespace Kthena.SampleModelServer.Backends.Cpu;

/// <summary>
/// The lower case of the Greek capital sigma depends on its place: ς at the end of a word, σ elsewhere (Final_Sigma, The Unicode Standard,
/// section 3.13).
/// </summary>
internal static class FinalSigma
{
    public const char Capital = '\u03A3';
    private const char Final = '\u03C2';
    private const char Inner = '\u03C3';

    public static void Resolve(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Capital)
                text[i] = IsCasedBefore(text[..i]) && !IsCasedAfter(text[(i + 1)..]) ? Final : Inner;
        }
    }

    private static bool IsCasedBefore(ReadOnlySpan<char> text)
    {
        while (Rune.DecodeLastFromUtf16(text, out var rune, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            if (!IsIgnorable(rune))
                return IsCased(rune);
            text = text[..^consumed];
        }

        return false;
    }

    private static bool IsCasedAfter(ReadOnlySpan<char> text)
    {
        while (Rune.DecodeFromUtf16(text, out var rune, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            if (!IsIgnorable(rune))
                return IsCased(rune);
            text = text[consumed..];
        }

        return false;
    }

    // Of the characters that are case-ignorable only letters and marks are left in a text at this point.
    private static bool IsIgnorable(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ModifierLetter;

    private static bool IsCased(Rune rune) => rune.Value is 'ª' or 'º' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;
}
