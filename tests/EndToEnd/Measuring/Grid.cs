namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>The evaluations of one rule group: at one moment of every interval.</summary>
internal static class Grid
{
    /// <summary>The first evaluation at or after a moment, given one evaluation and the interval.</summary>
    public static DateTimeOffset FirstAtOrAfter(DateTimeOffset moment, DateTimeOffset anEvaluation, TimeSpan interval)
    {
        var ahead = (anEvaluation - moment).Ticks % interval.Ticks;
        return moment.AddTicks(ahead < 0 ? ahead + interval.Ticks : ahead);
    }
}
