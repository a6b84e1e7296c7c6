using System.Reflection;

namespace Kthena.TrafficGenerator.Sentences;

/// <summary>The sentences that the traffic consists of.</summary>
internal static class SentenceCorpus
{
    private const string Resource = "Kthena.TrafficGenerator.Sentences.sentences.txt";

    /// <summary>Reads the sentences that come with this program.</summary>
    public static IReadOnlyList<Sentence> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return Parse(reader);
    }

    /// <summary>Reads lines of <c>language: sentence</c>; empty lines and those that start with # are left out.</summary>
    /// <exception cref="FormatException">A line has another form; the message names it.</exception>
    public static IReadOnlyList<Sentence> Parse(TextReader reader)
    {
        List<Sentence> sentences = [];
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.Split(": ", 2) is not [{ Length: 3 } language, { Length: > 0 } text])
                throw new FormatException($"Line {number} is '{line}': it must be 'language: sentence', the language as ISO 639-3.");
            sentences.Add(new(language, text));
        }

        return sentences;
    }
}
