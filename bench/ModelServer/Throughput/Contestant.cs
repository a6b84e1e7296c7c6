using Kthena.Bench.ModelServer.Measuring;

namespace Kthena.Bench.ModelServer.Throughput;

/// <summary>One of several ways to classify that take turns on the same processor.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="RunAsync">Classifies for some time; returns texts per second.</param>
internal sealed record Contestant(string Name, Func<TimeSpan, CancellationToken, Task<double>> RunAsync)
{
    public static Contestant Of(string name, Worker worker) =>
        new(name, async (duration, cancellation) => (await worker.RunAsync(duration, cancellation)).TextsPerSecond);

    /// <summary>Lets each warm up, then each run once in every round.</summary>
    /// <returns>Texts per second of the rounds, in the order of the contestants.</returns>
    public static async Task<IReadOnlyList<Samples>> TakeTurnsAsync(
        IReadOnlyList<Contestant> contestants, int rounds, TimeSpan round, CancellationToken cancellationToken)
    {
        foreach (var contestant in contestants)
            await WarmUp.RunAsync(contestant.RunAsync, cancellationToken);

        var rates = contestants.Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < rounds; i++)
        {
            for (var turn = 0; turn < contestants.Count; turn++)
                rates[turn].Add(await contestants[turn].RunAsync(round, cancellationToken));
        }

        return [.. rates.Select(rate => new Samples(rate))];
    }
}
