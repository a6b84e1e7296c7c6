namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>Brings what is measured to its lasting speed: both .NET and V8 compile what is hot again, and that takes seconds of load.</summary>
internal static class WarmUp
{
    private const int Window = 4;
    private const int MaxRounds = 24;
    private const double Gain = 1.05;

    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(1);

    /// <summary>Runs rounds of a second until the last four brought nothing over those before them, and at most 24.</summary>
    /// <param name="runAsync">Runs for some time; returns work per second.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task RunAsync(Func<TimeSpan, CancellationToken, Task<double>> runAsync, CancellationToken cancellationToken)
    {
        var rates = new List<double>();
        while (rates.Count < MaxRounds && (rates.Count < 2 * Window || rates.TakeLast(Window).Max() > Gain * rates.SkipLast(Window).Max()))
            rates.Add(await runAsync(s_round, cancellationToken));
    }
}
