namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>What the inhibition of config/alertmanager/alertmanager.yml is meant to do.</summary>
internal static class Muting
{
    /// <summary>Whether another alert mutes this one at some time while it fires, or while its end has yet to be told.</summary>
    public static bool IsMuted(FiringEpisode muted, IEnumerable<FiringEpisode> all, TimeSpan untilTold) => all.Any(source =>
        source != muted && source.Start <= muted.Last + untilTold && muted.Start <= source.Last && Mutes(source.Labels, muted.Labels));

    private static bool Mutes(IReadOnlyDictionary<string, string> source, IReadOnlyDictionary<string, string> muted)
        => IsCriticalOfTheSameModel(source, muted) || IsPageOfTheSameObjective(source, muted) || IsWholeServiceDown(source, muted);

    private static bool IsCriticalOfTheSameModel(IReadOnlyDictionary<string, string> source, IReadOnlyDictionary<string, string> muted)
        => source["severity"] == "critical" && muted["severity"] is "warning" or "info"
            && source.TryGetValue("model_id", out var model) && muted.GetValueOrDefault("model_id") == model;

    private static bool IsPageOfTheSameObjective(IReadOnlyDictionary<string, string> source, IReadOnlyDictionary<string, string> muted)
        => source["severity"] == "critical" && muted["severity"] == "warning" && source.TryGetValue("slo", out var slo) && muted.GetValueOrDefault("slo") == slo;

    private static bool IsWholeServiceDown(IReadOnlyDictionary<string, string> source, IReadOnlyDictionary<string, string> muted)
        => source["alertname"] == "KthenaServiceDown" && source.GetValueOrDefault("scope") == "service"
            && muted["alertname"] is not ("KthenaServiceDown" or "Watchdog") && muted["service"] == "kthena";
}
