namespace Kthena.TrafficGenerator.Settings;

/// <summary>The texts that are sent again and again, some far more often than others.</summary>
/// <param name="Count">Key <c>Traffic:PopularTexts</c>, 1 to 100000, 1000 by default: how many there are.</param>
/// <param name="Exponent">
/// Key <c>Traffic:ZipfExponent</c>, 0 to 3, 0.8 by default: the text of rank r is sent in proportion to 1/r^exponent. Requests of the web
/// have 0.64 to 0.83 (Breslau, Cao, Fan, Phillips, Shenker: Web Caching and Zipf-like Distributions, INFOCOM 1999).
/// </param>
internal sealed record PopularTextOptions(int Count, double Exponent)
{
    public static PopularTextOptions Read(SettingReader settings) =>
        new(settings.Whole("PopularTexts", 1000, 1, 100_000), settings.Number("ZipfExponent", 0.8, 0, 3));
}
