using Kthena.SampleModelServer.Accuracy;
using Kthena.SampleModelServer.Backends.Cpu;

namespace Kthena.SampleModelServer.Tests;

public sealed class HeldOutSetTests(TestServer server) : IClassFixture<TestServer>, IDisposable
{
    // The share of three-letter pieces that two sentences have in common; related languages say the same at up to 0.5.
    private const double NearEqual = 0.4;

    private static readonly HeldOutSet s_set = HeldOutSet.Read(Path.Combine(AppContext.BaseDirectory, "accuracy", "heldout.txt"));

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("heldout-").FullName, "mine.txt");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public async Task The_pruned_model_is_less_accurate_than_the_one_it_is_made_from()
    {
        var whole = await AccuracyAsync(TestServer.Model);
        var pruned = await AccuracyAsync(TestServer.Pruned);

        TestContext.Current.TestOutputHelper?.WriteLine($"{TestServer.Model} {whole:P2}, {TestServer.Pruned} {pruned:P2}");
        Assert.InRange(whole, 0.88, 0.92);
        Assert.InRange(pruned, 0.82, 0.87);
    }

    [Fact]
    public void There_are_at_least_10_sentences_in_each_of_at_least_24_languages()
    {
        var languages = s_set.Texts.CountBy(text => text.Label).ToDictionary();

        Assert.Equal("heldout", s_set.Name);
        Assert.True(s_set.Texts.Count >= 260);
        Assert.True(languages.Count >= 24);
        Assert.DoesNotContain(languages, language => language.Value < 10);
    }

    [Fact]
    public async Task Every_label_is_one_that_the_models_know()
    {
        using var response = await server.ClassifyAsync("hello");
        var labels = (await TestServer.JsonAsync(response)).GetProperty("labels").EnumerateArray().Select(label => label.GetString()!).ToArray();

        Assert.Empty(s_set.Texts.Select(text => text.Label).Distinct().Except(labels));
    }

    [Fact]
    public void Sentences_are_of_everyday_length_and_none_is_there_twice()
    {
        Assert.DoesNotContain(s_set.Texts, text => text.Text.Length is < 20 or > 120);
        Assert.Equal(s_set.Texts.Count, s_set.Texts.Select(text => Normalize(text.Text)).Distinct().Count());
    }

    [Fact]
    public void No_sentence_is_one_of_the_traffic_or_near_it()
    {
        var traffic = HeldOutSet.Read(Path.Combine(AppContext.BaseDirectory, "Reference", "traffic.txt")).Texts;

        Assert.True(traffic.Count > 100);
        Assert.Empty(
            from mine in s_set.Texts
            from theirs in traffic
            where Similarity(mine.Text, theirs.Text) >= NearEqual
            select $"'{mine.Text}' is near '{theirs.Text}'");
    }

    [Fact]
    public void Comments_and_empty_lines_are_left_out()
    {
        File.WriteAllText(_file, "# eng: no\n\neng: Yes: this.\n  \ndeu: Und das.\n");

        var set = HeldOutSet.Read(_file);

        Assert.Equal("mine", set.Name);
        Assert.Equal([new LabelledText("eng", "Yes: this."), new LabelledText("deu", "Und das.")], set.Texts);
    }

    [Theory]
    [InlineData("eng: a\n\nenglish: b\n", ":3: this is not 'language: sentence'; write the language as ISO 639-3, such as 'eng: '")]
    [InlineData("eng:a\n", ":1: this is not 'language: sentence'; write the language as ISO 639-3, such as 'eng: '")]
    [InlineData("eng: \n", ":1: this is not 'language: sentence'; write the language as ISO 639-3, such as 'eng: '")]
    [InlineData("eng: a\n# c\ndeu: a\n", ":3: the sentence is in line 1 already; keep one of them")]
    [InlineData("# c\n", ": there is no sentence in it; write lines of 'language: sentence'")]
    public void A_wrong_line_is_named(string content, string problem)
    {
        File.WriteAllText(_file, content);

        Assert.Equal(_file + problem, Assert.Throws<HeldOutSetException>(() => HeldOutSet.Read(_file)).Message);
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_named()
    {
        File.WriteAllText(_file, $"eng: {new string('a', 1000)}\neng: {new string('b', 1001)}\n");

        Assert.Equal(
            $"{_file}:2: the sentence has 1001 characters; make it 1000 at most",
            Assert.Throws<HeldOutSetException>(() => HeldOutSet.Read(_file)).Message);
    }

    [Fact]
    public void Too_many_sentences_are_refused()
    {
        File.WriteAllLines(_file, Enumerable.Range(1, 10_001).Select(number => $"eng: {number}"));

        Assert.Equal($"{_file}:10001: this is sentence 10001; keep 10000 at most", Assert.Throws<HeldOutSetException>(() => HeldOutSet.Read(_file)).Message);
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Equal(
        $"{_file}: there is no such file; put it there or give another one", Assert.Throws<HeldOutSetException>(() => HeldOutSet.Read(_file)).Message);

    [Fact]
    public void A_folder_is_no_set()
    {
        Directory.CreateDirectory(_file);

        Assert.StartsWith($"{_file}: cannot be read (", Assert.Throws<HeldOutSetException>(() => HeldOutSet.Read(_file)).Message, StringComparison.Ordinal);
    }

    private async Task<double> AccuracyAsync(string model)
    {
        var correct = 0;
        foreach (var texts in s_set.Texts.Chunk(256))
        {
            using var response = await server.ClassifyAsync(texts.Select(text => text.Text), model);
            var data = (await TestServer.JsonAsync(response)).GetProperty("data").EnumerateArray();
            correct += texts.Zip(data).Count(pair => pair.First.Label == pair.Second.GetProperty("label").GetString());
        }

        return (double)correct / s_set.Texts.Count;
    }

    private static double Similarity(string one, string other)
    {
        var (pieces, others) = (Pieces(one), Pieces(other));
        var common = pieces.Intersect(others).Count();
        return (double)common / (pieces.Count + others.Count - common);

        static HashSet<string> Pieces(string text) => Normalize(text) is var normal
            ? [.. Enumerable.Range(0, normal.Length - 2).Select(start => normal.Substring(start, 3))]
            : [];
    }

    private static string Normalize(string text)
    {
        var buffer = new char[TextNormalizer.MaxLength(text.Length)];
        return new string(buffer, 0, TextNormalizer.Normalize(text, buffer));
    }
}
