using System.Net;

namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>What callers saw who wait for each answer.</summary>
/// <param name="Answers">All answers.</param>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="TextsPerRequest">The texts of each request.</param>
internal sealed record ClosedLoop(IReadOnlyList<Answer> Answers, TimeSpan Elapsed, int TextsPerRequest)
{
    public double RequestsPerSecond => Answers.Count / Elapsed.TotalSeconds;

    public double TextsPerSecond => RequestsPerSecond * TextsPerRequest;

    /// <exception cref="BenchmarkException">There is no answer, or one that is no success.</exception>
    public ClosedLoop AllSucceeded() => Answers.Count > 0 && Answers.All(answer => answer.Status == HttpStatusCode.OK)
        ? this
        : throw new BenchmarkException($"of {Answers.Count} requests that should succeed {Answers.Count(answer => answer.Status != HttpStatusCode.OK)} did not");
}
