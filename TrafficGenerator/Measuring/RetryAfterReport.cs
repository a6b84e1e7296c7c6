namespace Kthena.TrafficGenerator.Measuring;

/// <summary>What answers of status 429 asked for. An open loop sends nothing again: it only notes this.</summary>
/// <param name="Answers">How many said when to come back.</param>
/// <param name="MinSeconds">The soonest; null where there was none.</param>
/// <param name="MaxSeconds">The latest.</param>
internal sealed record RetryAfterReport(long Answers, double? MinSeconds, double? MaxSeconds)
{
    public RetryAfterReport With(TimeSpan retryAfter)
    {
        var seconds = retryAfter.TotalSeconds;
        return new(Answers + 1, Math.Min(MinSeconds ?? seconds, seconds), Math.Max(MaxSeconds ?? seconds, seconds));
    }
}
