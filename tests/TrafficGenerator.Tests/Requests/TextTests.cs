using Kthena.TrafficGenerator.Requests;
using Kthena.TrafficGenerator.Sentences;
using static Kthena.TrafficGenerator.Tests.Requests.Sequences;

namespace Kthena.TrafficGenerator.Tests.Requests;

/// <summary>Which texts a cache could have: it has seen a text before, or it has not.</summary>
public sealed class TextTests
{
    private const int Count = 20_000;

    [Theory]
    [InlineData("0")]
    [InlineData("0.3")]
    [InlineData("0.9")]
    public void As_many_texts_come_again_as_are_not_new(string newShare)
    {
        const int popular = 100;
        var texts = Texts(("NewTextShare", newShare), ("PopularTexts", "100"));

        // Of the popular ones each is sent a first time, and all of these come in so many draws.
        var share = double.Parse(newShare, System.Globalization.CultureInfo.InvariantCulture);
        var expected = popular + (share * texts.Count);
        var bound = 4 * Math.Sqrt(share * (1 - share) * texts.Count);
        Assert.InRange(texts.Distinct().Count(), expected - bound, expected + bound);
    }

    [Fact]
    public void A_new_text_was_never_sent_before()
    {
        var texts = Texts(("NewTextShare", "1"));

        Assert.Equal(Count, texts.Distinct().Count());
    }

    [Fact]
    public void Another_seed_has_other_new_texts()
    {
        var texts = Texts(("NewTextShare", "1")).ToHashSet();

        Assert.False(texts.Overlaps(Take(Count, OneModel, Mix(("NewTextShare", "1"), ("ListShare", "0")), seed: 2).Select(b => b.Texts[0])));
    }

    [Fact]
    public void A_new_text_is_a_sentence_and_words_of_its_language()
    {
        var sentences = SentenceCorpus.Load();

        Assert.All(Texts(("NewTextShare", "1")).Take(500), text =>
        {
            var sentence = sentences.Single(s => text.StartsWith(s.Text + " ", StringComparison.Ordinal));
            var language = string.Join(' ', sentences.Where(s => s.Language == sentence.Language).Select(s => s.Text));
            Assert.All(text[(sentence.Text.Length + 1)..].Split(' '), word => Assert.Contains(word, language, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("0", 1 / 10.0)]
    [InlineData("1", 1 / 2.9289682539682538)]
    public void The_most_popular_text_is_as_frequent_as_Zipfs_law_says(string exponent, double share)
    {
        var texts = Texts(("NewTextShare", "0"), ("PopularTexts", "10"), ("ZipfExponent", exponent));
        var sentences = SentenceCorpus.Load().Select(s => s.Text).ToArray();
        Streams.Create(1, RandomStream.Order).Shuffle(sentences);

        RequestSequenceTests.HasShare(share, texts, text => text == sentences[0]);
    }

    [Fact]
    public void Another_share_of_new_texts_leaves_the_popular_ones()
    {
        var popular = Texts(("NewTextShare", "0"));
        var mixed = Texts(("NewTextShare", "0.5"));

        Assert.InRange(popular.Zip(mixed).Count(pair => pair.First == pair.Second), Count * 0.48, Count * 0.52);
    }

    [Fact]
    public void There_are_popular_texts_beyond_the_sentences() =>
        Assert.True(Texts(("NewTextShare", "0"), ("PopularTexts", "1000"), ("ZipfExponent", "0")).Distinct().Count() == 1000);

    [Fact]
    public void No_two_numbers_have_the_same_text()
    {
        var composer = new TextComposer(SentenceCorpus.Load(), seed: 3);

        Assert.Equal(200_000, Enumerable.Range(0, 200_000).Select(n => composer.Compose((uint)n)).Distinct().Count());
    }

    private static List<string> Texts(params (string Key, string Value)[] settings) =>
        [.. Take(Count, OneModel, Mix([("ListShare", "0"), .. settings])).Select(b => b.Texts[0])];
}
