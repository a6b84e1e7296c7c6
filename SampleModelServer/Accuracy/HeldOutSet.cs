using System.Text.RegularExpressions;

namespace Kthena.SampleModelServer.Accuracy;

/// <summary>
/// Labelled texts that a model's accuracy is measured on: lines of <c>language: sentence</c>; empty lines and those that begin with # are
/// left out.
/// </summary>
/// <param name="name">What the set is called, which is the label <c>dataset</c> of its accuracy.</param>
/// <param name="texts">The texts, at least one, in the order of the file.</param>
internal sealed partial class HeldOutSet(string name, IReadOnlyList<LabelledText> texts)
{
    // Everything is kept in memory and run through every model, over and over.
    private const int MaxTexts = 10_000;
    private const int MaxLength = 1_000;

    public string Name => name;

    public IReadOnlyList<LabelledText> Texts => texts;

    /// <summary>Reads a set, which is called as its file is, without the extension.</summary>
    /// <exception cref="HeldOutSetException">The file cannot be read, or is no such set.</exception>
    public static HeldOutSet Read(string path)
    {
        try
        {
            return new HeldOutSet(Path.GetFileNameWithoutExtension(path), Parse(path, File.ReadLines(path)));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new HeldOutSetException($"{path}: there is no such file; put it there or give another one", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HeldOutSetException($"{path}: cannot be read ({error.Message}); make it a file that this user may read", error);
        }
    }

    private static List<LabelledText> Parse(string path, IEnumerable<string> lines)
    {
        var texts = new List<LabelledText>();
        var linesOfTexts = new Dictionary<string, int>();
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
                continue;

            var match = Line().Match(line);
            if (!match.Success)
                throw Problem($"this is not 'language: sentence'; write the language as ISO 639-3, such as 'eng: '");
            var text = match.Groups["text"].Value;
            if (text.Length > MaxLength)
                throw Problem($"the sentence has {text.Length} characters; make it {MaxLength} at most");
            if (!linesOfTexts.TryAdd(text, index + 1))
                throw Problem($"the sentence is in line {linesOfTexts[text]} already; keep one of them");
            if (texts.Count == MaxTexts)
                throw Problem($"this is sentence {MaxTexts + 1}; keep {MaxTexts} at most");
            texts.Add(new LabelledText(match.Groups["label"].Value, text));

            HeldOutSetException Problem(string problem) => new($"{path}:{index + 1}: {problem}");
        }

        return texts is not [] ? texts : throw new HeldOutSetException($"{path}: there is no sentence in it; write lines of 'language: sentence'");
    }

    [GeneratedRegex(@"\A(?<label>[a-z]{3}): (?<text>\S.*)\z")]
    private static partial Regex Line();
}
