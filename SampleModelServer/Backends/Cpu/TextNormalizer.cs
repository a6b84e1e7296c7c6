using System.Globalization;
using System.Text;

namespace Kthena.SampleModelServer.Backends.Cpu;

/// <summary>
/// What the network was trained on: letters and marks in lower case, words apart by one space, a space at both ends. Equal, unit by unit, to
/// <c>getNormalized</c> of lande 1.0.10, which is JavaScript: <c>-+</c> to a space, everything but <c>\p{L}\p{M}\s</c> dropped,
/// <c>\s{2,}</c> to a space, <c>toLowerCase()</c>, <c>trim()</c>.
/// </summary>
internal static class TextNormalizer
{
    private const char DottedCapitalI = '\u0130';
    private const char CombiningDotAbove = '\u0307';
    private const char NextLine = '\u0085';
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The most units that a text of a length can become: one of them may become two, and there are two spaces around it.</summary>
    public static int MaxLength(int length) => checked((length * 2) + 2);

    /// <returns>The number of units written to <paramref name="destination"/>.</returns>
    public static int Normalize(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        var hasSigma = false;
        var inSpace = true;
        destination[length++] = ' ';

        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (char.IsAsciiLetter(unit))
            {
                destination[length++] = (char)(unit | 0x20);
                inSpace = false;
            }
            else if (unit == '-' || IsSpace(unit))
            {
                // One white space stays as it is, several become a space, and those at the start go.
                if (!inSpace)
                    destination[length++] = unit == '-' ? ' ' : unit;
                else if (length > 1)
                    destination[length - 1] = ' ';
                inSpace = true;
            }
            else if (unit >= 0x80 && Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed) == System.Buffers.OperationStatus.Done)
            {
                i += consumed - 1;
                if (!IsLetterOrMark(rune))
                    continue;

                length += WriteLower(rune, destination[length..]);
                hasSigma |= rune.Value == FinalSigma.Capital;
                inSpace = false;
            }
        }

        if (inSpace && length > 1)
            length--;
        if (hasSigma)
            FinalSigma.Resolve(destination[..length]);
        destination[length++] = ' ';
        return length;
    }

    // \s of JavaScript differs from .NET's white space in two characters.
    private static bool IsSpace(char unit) => (char.IsWhiteSpace(unit) && unit != NextLine) || unit == ByteOrderMark;

    private static bool IsLetterOrMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Unicode's SpecialCasing.txt has two rules for lower case outside of Turkic and Lithuanian: this one and the final sigma.
    private static int WriteLower(Rune rune, Span<char> destination)
    {
        if (rune.Value == DottedCapitalI)
        {
            destination[0] = 'i';
            destination[1] = CombiningDotAbove;
            return 2;
        }

        return (rune.Value == FinalSigma.Capital ? rune : Rune.ToLowerInvariant(rune)).EncodeToUtf16(destination);
    }
}
