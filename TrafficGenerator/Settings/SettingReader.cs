using System.Globalization;

namespace Kthena.TrafficGenerator.Settings;

/// <summary>Reads settings of the section <c>Traffic</c>; each has a default, a range and an error that names all three.</summary>
/// <remarks>Every method throws <see cref="InvalidOperationException"/> where a value is not what it may be.</remarks>
internal sealed class SettingReader(IConfiguration configuration)
{
    public const string Section = "Traffic";

    /// <summary>A number in a range.</summary>
    public double Number(string name, double otherwise, double min, double max) => Value(name) is not { } value
        ? otherwise
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw Wrong(name, value, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));

    /// <summary>A whole number in a range.</summary>
    public int Whole(string name, int otherwise, int min, int max)
    {
        var number = Number(name, otherwise, min, max);
        return double.IsInteger(number) ? (int)number : throw Wrong(name, Value(name), "a whole number");
    }

    /// <summary>A length of time in a range; see <see cref="Durations"/>.</summary>
    public TimeSpan Time(string name, TimeSpan otherwise, TimeSpan min, TimeSpan max) => Value(name) is not { } value
        ? otherwise
        : Durations.TryParse(value, out var time) && time >= min && time <= max
            ? time
            : throw Wrong(name, value, string.Create(
                CultureInfo.InvariantCulture, $"{Durations.Form}, from {min.TotalSeconds} to {max.TotalSeconds} seconds"));

    /// <summary>One of the names of an enumeration, in any case.</summary>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Value(name) is not { } value)
            return otherwise;
        // A number is no name, although Enum.Parse would take it.
        foreach (var choice in Enum.GetValues<T>())
        {
            if (string.Equals(choice.ToString(), value, StringComparison.OrdinalIgnoreCase))
                return choice;
        }

        throw Wrong(name, value, string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant())));
    }

    /// <summary>A number for each key below a section.</summary>
    public IEnumerable<KeyValuePair<string, double>> Numbers(string section, double min, double max) =>
        configuration.GetSection($"{Section}:{section}").GetChildren()
            .Select(child => KeyValuePair.Create(child.Key, Number($"{section}:{child.Key}", 0, min, max)));

    /// <summary>The text of a setting; null where it is not set.</summary>
    public string? Value(string name) => configuration[$"{Section}:{name}"] is { Length: > 0 } value ? value : null;

    /// <summary>The error of a setting that is not what it may be.</summary>
    public static InvalidOperationException Wrong(string name, string? value, string allowed) => new($"{Section}:{name} is '{value}': give {allowed}.");
}
