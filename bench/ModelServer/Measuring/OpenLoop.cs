using System.Collections.Concurrent;
using Kthena.Bench.ModelServer.Requests;

namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>
/// Callers who know nothing of each other, nor of how the server is: Poisson arrivals, one phase right after the other. What a request waits
/// because this process was late counts as the server's.
/// </summary>
internal sealed class OpenLoop(ClassifyClient client, RequestBodies bodies, TimeProvider time)
{
    private const int Seed = 1;
    private const int MaxInFlight = 10_000;

    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(10);

    private readonly Random _random = new(Seed);
    private readonly ConcurrentQueue<Answer> _answers = new();
    private int _inFlight;

    /// <summary>Sends the phases' requests and waits for the last answer.</summary>
    /// <param name="phases">The phases, and the rate of each in requests per second.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="BenchmarkException">More requests were without an answer than this process may have: it no longer is an open loop.</exception>
    public async Task<IReadOnlyList<PhaseAnswers>> RunAsync(IReadOnlyList<(Phase Phase, double Rate)> phases, CancellationToken cancellationToken)
    {
        var bounds = new List<(Phase Phase, long From, long Until)>();
        // A thread of its own: it sleeps for fractions of a millisecond.
        await Task.Factory.StartNew(() => Send(phases, bounds, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (Volatile.Read(ref _inFlight) > 0)
            await Task.Delay(s_tick, time, cancellationToken);

        var answers = _answers.ToArray();
        return [.. bounds.Select(bound => new PhaseAnswers(
            bound.Phase, bound.From, bound.Until, [.. answers.Where(answer => answer.Due >= bound.From && answer.Due < bound.Until)]))];
    }

    private void Send(IReadOnlyList<(Phase Phase, double Rate)> phases, List<(Phase Phase, long From, long Until)> bounds, CancellationToken cancellationToken)
    {
        var from = time.GetTimestamp();
        foreach (var (phase, rate) in phases)
        {
            var until = from + (long)(phase.Duration.TotalSeconds * time.TimestampFrequency);
            for (var due = Next(from, rate); due < until; due = Next(due, rate))
            {
                for (var now = time.GetTimestamp(); now < due; now = time.GetTimestamp())
                    Pause.For(time.GetElapsedTime(now, due));
                cancellationToken.ThrowIfCancellationRequested();
                if (Interlocked.Increment(ref _inFlight) > MaxInFlight)
                    throw new BenchmarkException($"{MaxInFlight} requests wait for their answers: the server neither answers nor refuses them");
                _ = AnswerAsync(due, cancellationToken);
            }

            bounds.Add((phase, from, until));
            from = until;
        }
    }

    private async Task AnswerAsync(long due, CancellationToken cancellationToken)
    {
        try
        {
            _answers.Enqueue(await client.SendAsync(bodies.Next(), due, cancellationToken));
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    // Gaps of a Poisson process are exponential.
    private long Next(long due, double rate) => due + (long)(-Math.Log(1 - _random.NextDouble()) / rate * time.TimestampFrequency);
}
