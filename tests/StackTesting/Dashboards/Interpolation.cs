using System.Globalization;
using System.Text.RegularExpressions;
using Kthena.StackTesting.Scaling;

namespace Kthena.StackTesting.Dashboards;

/// <summary>Puts values in the place of <c>$name</c>, <c>${name}</c> and <c>${name:format}</c>, as Grafana does before it asks.</summary>
/// <param name="Values">The values of variables, by name.</param>
public sealed partial record Interpolation(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>An hour at a scrape interval of 15 s, a point for each scrape.</summary>
    public static Interpolation Hour { get; } = new(Times(TimeSpan.FromHours(1), TimeSpan.FromSeconds(15)));

    /// <summary><see cref="Hour"/> where time is divided by <see cref="DurationScale.Factor"/>.</summary>
    public static Interpolation ScaledHour { get; } = new(Times(TimeSpan.FromHours(1) / DurationScale.Factor, TimeSpan.FromSeconds(15) / DurationScale.Factor));

    public Interpolation With(string name, string value) => new(new Dictionary<string, string>(Values) { [name] = value });

    /// <exception cref="FormatException">The text names a variable that there is not.</exception>
    public string Apply(string text) => Variable().Replace(text, match => Values.TryGetValue(match.Groups["name"].Value, out var value)
        ? value
        : throw new FormatException($"No variable {match.Value} in: {text}"));

    /// <summary>The names of the variables that a text uses.</summary>
    public static IEnumerable<string> VariablesOf(string text) => Variable().Matches(text).Select(match => match.Groups["name"].Value);

    // As in Grafana: a rate looks back four scrapes at least.
    private static Dictionary<string, string> Times(TimeSpan range, TimeSpan scrape) => new()
    {
        ["__range"] = Milliseconds(range),
        ["__interval"] = Milliseconds(scrape),
        ["__rate_interval"] = Milliseconds(4 * scrape),
    };

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0}ms");

    [GeneratedRegex(@"\$\{(?<name>\w+)(?::\w+)?\}|\$(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Variable();
}
