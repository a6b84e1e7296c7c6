using Kthena.TrafficGenerator.Requests;
using Kthena.TrafficGenerator.Sentences;
using static Kthena.TrafficGenerator.Tests.Requests.Sequences;

namespace Kthena.TrafficGenerator.Tests.Requests;

/// <summary>The mix of requests; bounds of shares are four standard deviations of independent draws.</summary>
public sealed class RequestSequenceTests
{
    private const int Count = 10_000;

    [Fact]
    public void The_same_seed_gives_the_same_requests_and_another_seed_others()
    {
        var first = Take(200, TwoModels, Mix(), seed: 7).Select(Text);

        Assert.Equal(first, Take(200, TwoModels, Mix(), seed: 7).Select(Text));
        Assert.NotEqual(first, Take(200, TwoModels, Mix(), seed: 8).Select(Text));

        static string Text(Body body) => $"{body.Model} {body.Priority} {string.Join('|', body.Texts)}";
    }

    [Fact]
    public void One_more_model_or_another_mix_of_priorities_does_not_change_the_texts()
    {
        var texts = Take(200, OneModel, Mix()).SelectMany(b => b.Texts);

        Assert.Equal(texts, Take(200, TwoModels, Mix(("Priorities:High", "5"))).SelectMany(b => b.Texts));
    }

    [Fact]
    public void One_more_model_does_not_change_the_priorities() =>
        Assert.Equal(Take(200, OneModel, Mix()).Select(b => b.Priority), Take(200, TwoModels, Mix()).Select(b => b.Priority));

    [Theory]
    [InlineData("high", 0.2)]
    [InlineData("normal", 0.7)]
    [InlineData("low", 0.1)]
    public void Most_are_of_normal_priority(string priority, double share) => HasShare(share, Take(Count, OneModel, Mix()), b => b.Priority == priority);

    [Fact]
    public void Priorities_have_the_shares_that_their_weights_say()
    {
        var bodies = Take(Count, OneModel, Mix(("Priorities:High", "3"), ("Priorities:Normal", "1"), ("Priorities:Low", "0")));

        HasShare(0.75, bodies, b => b.Priority == "high");
        Assert.DoesNotContain(bodies, b => b.Priority == "low");
    }

    [Fact]
    public void A_derived_version_gets_a_tenth_as_in_a_canary() => HasShare(0.1, Take(Count, TwoModels, Mix()), b => b.Model == "derived");

    [Fact]
    public void Models_have_the_shares_that_their_weights_say_in_any_case() =>
        HasShare(0.25, Take(Count, TwoModels, Mix(("Models:BASE", "3"), ("Models:derived", "1"))), b => b.Model == "derived");

    [Fact]
    public void A_model_of_weight_0_is_never_asked() => Assert.All(Take(Count, TwoModels, Mix(("Models:base", "0"))), b => Assert.Equal("derived", b.Model));

    [Fact]
    public void Where_every_model_has_weight_0_there_is_no_request()
    {
        var mix = Mix(("Models:base", "0"));

        Assert.Null(new RequestSequence(SentenceCorpus.Load(), 1, mix.Texts).Next(OneModel, mix));
    }

    [Fact]
    public void Some_inputs_are_lists_of_2_to_16_texts()
    {
        var bodies = Take(Count, OneModel, Mix());

        HasShare(0.1, bodies, b => b.IsList);
        Assert.Equal(Enumerable.Range(2, 15), bodies.Where(b => b.IsList).Select(b => b.Texts.Count).Distinct().Order());
        Assert.All(bodies, b => Assert.True(b.IsList || b.Texts.Count == 1));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("0.5", 0.5)]
    public void Lists_have_the_share_that_is_asked_for(string setting, double share) => HasShare(share, Take(1000, OneModel, Mix(("ListShare", setting))), b => b.IsList);

    internal static void HasShare<T>(double share, IReadOnlyCollection<T> of, Func<T, bool> which)
    {
        var bound = 4 * Math.Sqrt(share * (1 - share) / of.Count);
        Assert.InRange(of.Count(which) / (double)of.Count, share - bound, share + bound);
    }
}
