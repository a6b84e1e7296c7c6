using Kthena.SampleModelServer.Backends.Cpu;

namespace Kthena.SampleModelServer.Tests;

public sealed class AccuracyTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("lande-t50", 25)]
    [InlineData("lande-t50-pruned", 20)]
    public async Task Every_probability_of_every_sentence_is_that_of_the_npm_package_s_own_JavaScript(string model, int languages)
    {
        var expected = await NodeReference.ClassifyAsync(model, NodeReference.Sentences);

        using var response = await server.ClassifyAsync(NodeReference.Sentences, model);
        var answer = await TestServer.JsonAsync(response);
        var labels = answer.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!).ToArray();
        var data = answer.GetProperty("data").EnumerateArray().ToArray();

        Assert.Equal(NodeReference.Sentences.Length, data.Length);
        Assert.All(data, (item, index) =>
        {
            var probabilities = item.GetProperty("probs").EnumerateArray().Select(probability => probability.GetDouble()).ToArray();
            Assert.Equal(expected[index].MaxBy(pair => pair.Value).Key, item.GetProperty("label").GetString());
            Assert.Equal(labels.Length, probabilities.Length);
            Assert.All(labels, (label, i) => Assert.Equal(expected[index][label], probabilities[i], 1e-4));
        });
        // The sentences would show little if they all looked alike to the network.
        Assert.True(expected.Select(item => item.MaxBy(pair => pair.Value).Key).Distinct().Count() >= languages);
    }

    [Fact]
    public async Task Normalising_equals_JavaScript_for_every_character_in_every_position()
    {
        var characters = Enumerable.Range(0, 0x10000).Where(code => code is < 0xD800 or > 0xDFFF).Select(code => ((char)code).ToString())
            .Concat(Enumerable.Range(0x10000, 0x3000).Select(char.ConvertFromUtf32))
            .Concat(Enumerable.Range(0x1D400, 0x2000).Select(char.ConvertFromUtf32))
            .Where(IsKnownToBoth)
            .ToArray();
        string[] texts = [.. characters.Select(c => $"{c}B{c}c{c} {c}d {c}{c}A{c}\n{c}-{c}")];

        var expected = await NodeReference.NormalizeAsync(texts);

        var differences = texts.Zip(expected)
            .Where(pair => Normalize(pair.First) != pair.Second)
            .Select(pair => $"{string.Join(' ', pair.First.Select(c => $"{(int)c:X4}"))}: '{Normalize(pair.First)}' instead of '{pair.Second}'");
        Assert.Empty(differences);
    }

    [Theory]
    [InlineData("ΟΔΥΣΣΕΥΣ")]
    [InlineData("ΟΔΟΣ ΣΟΦΙΑΣ Σ ΑΣ'Α ΣΑ ΑΣ\u0301 ΑΣ\u0301Α")]
    [InlineData("AΣ\U00010400 \U00010400Σ Σ\U00010400Σ")]
    [InlineData("İI ıi I\u0307")]
    [InlineData("")]
    [InlineData("  -\t- ")]
    [InlineData("a \n b\n\nc-- d\u00a0e\u2028\u2028f")]
    public async Task Normalising_equals_JavaScript_where_the_context_decides(string text) =>
        Assert.Equal(Assert.Single(await NodeReference.NormalizeAsync([text])), Normalize(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_dropped() =>
        Assert.Equal(" ab c ", Normalize("a\ud800b\udc00 c\ud83d"));

    // Node and .NET may know different versions of Unicode: characters that either has no category for say nothing.
    private static bool IsKnownToBoth(string character) =>
        System.Globalization.CharUnicodeInfo.GetUnicodeCategory(character, 0) != System.Globalization.UnicodeCategory.OtherNotAssigned;

    private static string Normalize(string text)
    {
        var buffer = new char[TextNormalizer.MaxLength(text.Length)];
        return new string(buffer, 0, TextNormalizer.Normalize(text, buffer));
    }
}
