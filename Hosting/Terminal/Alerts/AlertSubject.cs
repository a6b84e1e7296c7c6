using System.Text.RegularExpressions;

namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>What an alert is about: the value of the most telling label that it has.</summary>
internal static partial class AlertSubject
{
    private static readonly string[] s_labels = ["model_id", "gpu", "pod", "instance", "integration", "job", "slo"];

    public static string Of(IReadOnlyDictionary<string, string> labels)
        => s_labels.Select(label => PlainText.FirstLine(labels.GetValueOrDefault(label))).FirstOrDefault(value => value is not null) ?? "";

    /// <summary>The same from labels as Prometheus writes them: <c>{model_id="a", pod="b"}</c>.</summary>
    public static string Of(string? labels)
        => Of(Label().Matches(labels ?? "").GroupBy(match => match.Groups[1].Value).ToDictionary(same => same.Key, same => same.First().Groups[2].Value));

    [GeneratedRegex(@"(\w+)=""([^""]*)""")]
    private static partial Regex Label();
}
