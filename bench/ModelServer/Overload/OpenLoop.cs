using System.Collections.Concurrent;
using Kthena.Bench.ModelServer.Measuring;
using Kthena.Bench.ModelServer.Requests;

namespace Kthena.Bench.ModelServer.Overload;

/// <summary>
/// Callers who know nothing of each other, nor of how the server is: Poisson arrivals, one phase right after the other. What a request waits
/// because this process was late counts as the server's.
/// </summary>
internal sealed class OpenLoop(ClassifyClient client, RequestBodies bodies, TimeProvider time)
{
    private const int Seed = 1;
    private const int MaxInFlight = 30000;

    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(1);

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
        var from = time.GetTimestamp();
        foreach (var (phase, rate) in phases)
        {
            var until = from + (long)(phase.Duration.TotalSeconds * time.TimestampFrequency);
            await SendAsync(from, until, rate, cancellationToken);
            bounds.Add((phase, from, until));
            from = until;
        }

        while (Volatile.Read(ref _inFlight) > 0)
            await Task.Delay(s_pace, time, cancellationToken);
        return [.. bounds.Select(bound => new PhaseAnswers(
            bound.Phase, bound.From, bound.Until, [.. _answers.Where(answer => answer.Due >= bound.From && answer.Due < bound.Until)]))];
    }

    private async Task SendAsync(long from, long until, double rate, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(s_pace, time);
        for (var due = Next(from, rate); due < until; due = Next(due, rate))
        {
            while (time.GetTimestamp() < due)
                await pace.WaitForNextTickAsync(cancellationToken);
            if (Interlocked.Increment(ref _inFlight) > MaxInFlight)
                throw new BenchmarkException($"{MaxInFlight} requests wait for their answers: neither answered nor refused");
            _ = AnswerAsync(due, cancellationToken);
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
