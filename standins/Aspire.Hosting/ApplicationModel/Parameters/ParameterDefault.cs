using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a parameter's value comes from when the configuration has none.</summary>
public abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

internal sealed class ConstantParameterDefault(Func<string> value) : ParameterDefault
{
    public override string GetDefaultValue() => value();
}

public sealed class GenerateParameterDefault : ParameterDefault
{
    // Characters that are easy to confuse or that need escaping are left out.
    private const string LowerChars = "abcdefghjkmnpqrstuvwxyz";
    private const string UpperChars = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string NumericChars = "0123456789";
    private const string SpecialChars = "-_.{}~()*+!";

    public int MinLength { get; set; }

    public bool Lower { get; set; } = true;

    public bool Upper { get; set; } = true;

    public bool Numeric { get; set; } = true;

    public bool Special { get; set; } = true;

    public int MinLower { get; set; }

    public int MinUpper { get; set; }

    public int MinNumeric { get; set; }

    public int MinSpecial { get; set; }

    public override string GetDefaultValue()
    {
        var classes = new (bool Allowed, string Chars, int Min)[]
        {
            (Lower, LowerChars, MinLower), (Upper, UpperChars, MinUpper), (Numeric, NumericChars, MinNumeric), (Special, SpecialChars, MinSpecial),
        };
        if (classes.FirstOrDefault(c => !c.Allowed && c.Min > 0) is { Chars: { } chars })
            throw new ArgumentException($"At least one of the characters '{chars}' is asked for, and they are not allowed.");
        var alphabet = string.Concat(classes.Where(c => c.Allowed).Select(c => c.Chars));
        if (alphabet.Length == 0)
            throw new ArgumentException("At least one character type must be enabled.");

        var required = classes.SelectMany(c => RandomNumberGenerator.GetItems<char>(c.Chars, c.Min)).ToArray();
        char[] value = [.. required, .. RandomNumberGenerator.GetItems<char>(alphabet, Math.Max(0, MinLength - required.Length))];
        RandomNumberGenerator.Shuffle<char>(value);
        return new string(value);
    }
}
