namespace Kthena.TrafficGenerator.Settings;

/// <summary>What the requests are made of.</summary>
/// <param name="Models">Keys <c>Traffic:Models:&lt;id&gt;</c>, 0 (never) to 1000000: see <see cref="ModelWeights"/>.</param>
/// <param name="Priorities">Keys <c>Traffic:Priorities:High</c>, <c>Normal</c>, <c>Low</c>, each 0 to 1000000: see <see cref="PriorityWeights"/>.</param>
/// <param name="ListShare">Key <c>Traffic:ListShare</c>, 0 to 1, 0.1 by default: the share of requests whose input is a list.</param>
/// <param name="MaxListSize">Key <c>Traffic:MaxListSize</c>, 2 to 256, 16 by default: lists have from 2 to so many texts, each size as often.</param>
/// <param name="NewTextShare">Key <c>Traffic:NewTextShare</c>, 0 to 1, 0.3 by default: the share of texts that were never sent before, so that no cache can have them.</param>
/// <param name="Texts">See <see cref="PopularTextOptions"/>.</param>
internal sealed record MixOptions(
    ModelWeights Models, PriorityWeights Priorities, double ListShare, int MaxListSize, double NewTextShare, PopularTextOptions Texts)
{
    /// <summary>The largest weight; only ratios matter.</summary>
    public const double MaxWeight = 1_000_000;

    /// <exception cref="InvalidOperationException">A setting is out of its range; the message names it and what it may be.</exception>
    public static MixOptions Read(SettingReader settings) => new(
        ModelWeights.Read(settings),
        PriorityWeights.Read(settings),
        settings.Number("ListShare", 0.1, 0, 1),
        settings.Whole("MaxListSize", 16, 2, 256),
        settings.Number("NewTextShare", 0.3, 0, 1),
        PopularTextOptions.Read(settings));
}
