using System.Net;

namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>The answers to the requests that were due in a phase.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="From">Its first moment, as a timestamp.</param>
/// <param name="Until">Its end, as a timestamp.</param>
/// <param name="Answers">The answers, in no order.</param>
internal sealed record PhaseAnswers(Phase Phase, long From, long Until, IReadOnlyList<Answer> Answers)
{
    /// <summary>The latencies of those that were let in, in seconds.</summary>
    public Samples Admitted { get; } = new(Answers.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Seconds));

    /// <summary>The latencies of those that were refused, in seconds.</summary>
    public Samples Refused { get; } = new(Answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).Select(answer => answer.Seconds));

    /// <summary>Those that were neither.</summary>
    public int Others => Answers.Count - Admitted.Count - Refused.Count;

    public double SentPerSecond => Answers.Count / Phase.Duration.TotalSeconds;

    public double RefusedShare => (double)Refused.Count / Answers.Count;

    /// <summary>The share that was refused in each whole second.</summary>
    public IReadOnlyList<double> RefusedBySecond(long frequency) =>
    [
        .. Answers.GroupBy(answer => (answer.Due - From) / frequency).OrderBy(second => second.Key)
            .Select(second => (double)second.Count(answer => answer.Status == HttpStatusCode.TooManyRequests) / second.Count()),
    ];
}
