using Kthena.TrafficGenerator.Sentences;

namespace Kthena.TrafficGenerator.Tests.Requests;

public sealed class SentenceTests
{
    [Fact]
    public void There_are_several_sentences_in_each_of_many_languages()
    {
        var sentences = SentenceCorpus.Load();

        Assert.True(sentences.Select(s => s.Language).Distinct().Count() >= 15);
        Assert.All(sentences.CountBy(s => s.Language), l => Assert.True(l.Value >= 3, l.Key));
        Assert.Equal(sentences.Count, sentences.Select(s => s.Text).Distinct().Count());
    }

    [Theory]
    [InlineData("english: too long a code")]
    [InlineData("eng:no space")]
    [InlineData("eng: ")]
    public void A_line_of_another_form_is_named(string line)
    {
        using var reader = new StringReader("# comment\n\n" + line);

        var error = Assert.Throws<FormatException>(() => SentenceCorpus.Parse(reader));

        Assert.Contains("Line 3", error.Message, StringComparison.Ordinal);
    }
}
