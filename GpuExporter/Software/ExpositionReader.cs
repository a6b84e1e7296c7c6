using System.Globalization;
using System.Text;

namespace Kthena.GpuExporter.Software;

/// <summary>Reads samples in Prometheus' text format 0.0.4; no package of the feed does. Lines of families that nobody asked for are skipped unread.</summary>
/// <remarks>Source: Prometheus, Exposition formats, "Text format details".</remarks>
internal static class ExpositionReader
{
    /// <summary>The samples of some families.</summary>
    /// <exception cref="FormatException">A line of these families is not in the format; the message has the line.</exception>
    public static IEnumerable<Sample> Read(string text, IReadOnlySet<string> names)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var end = line.AsSpan().IndexOfAny('{', ' ');
            if (line[0] != '#' && names.Contains(end < 0 ? line : line[..end]))
                yield return Parse(line, end);
        }
    }

    private static Sample Parse(string line, int nameEnd)
    {
        var labels = new Dictionary<string, string>();
        var at = nameEnd;
        if (At(line, at) == '{')
        {
            for (at = Blanks(line, at + 1); At(line, at) != '}';)
            {
                at = Blanks(line, Label(line, at, labels));
                if (At(line, at) == ',')
                    at = Blanks(line, at + 1);
                else if (At(line, at) != '}')
                    throw Wrong(line);
            }

            at++;
        }

        // A time stamp may follow the value.
        var fields = line[at..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length is 1 or 2 ? new Sample(line[..nameEnd], labels, Number(fields[0], line)) : throw Wrong(line);
    }

    private static double Number(string text, string line) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(line),
    };

    private static int Label(string line, int at, Dictionary<string, string> labels)
    {
        var equals = line.IndexOf('=', at);
        if (equals < 0 || At(line, equals + 1) != '"')
            throw Wrong(line);

        var value = new StringBuilder();
        var end = equals + 2;
        for (; At(line, end) != '"'; end++)
        {
            if (line[end] != '\\')
                value.Append(line[end]);
            else
                value.Append(At(line, ++end) switch { 'n' => '\n', '"' => '"', '\\' => '\\', _ => throw Wrong(line) });
        }

        labels[line[at..equals].Trim()] = value.ToString();
        return end + 1;
    }

    private static int Blanks(string line, int at)
    {
        while (At(line, at) == ' ')
            at++;
        return at;
    }

    private static char At(string line, int index) => index >= 0 && index < line.Length ? line[index] : throw Wrong(line);

    private static FormatException Wrong(string line) => new($"not in Prometheus' text format: {line}");
}
