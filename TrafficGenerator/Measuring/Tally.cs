namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Requests that were sent, and what they carried. Not for several threads at once.</summary>
internal sealed class Tally
{
    private long _requests;
    private long _texts;
    private long _requestBytes;
    private long _responseBytes;

    public void Add(in RequestOutcome outcome)
    {
        _requests++;
        _texts += outcome.Request.Texts;
        _requestBytes += outcome.Request.Body.Length;
        _responseBytes += outcome.ResponseBytes;
    }

    public Totals ToTotals() => new(_requests, _texts, _requestBytes, _responseBytes);
}

/// <summary>Sums of requests.</summary>
/// <param name="Requests">How many.</param>
/// <param name="Texts">Their texts.</param>
/// <param name="RequestBytes">The sizes of their bodies.</param>
/// <param name="ResponseBytes">The sizes of their answers' bodies.</param>
internal sealed record Totals(long Requests, long Texts, long RequestBytes, long ResponseBytes)
{
    public static Totals Sum(IEnumerable<Totals> all) => all.Aggregate(
        new Totals(0, 0, 0, 0),
        (sum, t) => new(sum.Requests + t.Requests, sum.Texts + t.Texts, sum.RequestBytes + t.RequestBytes, sum.ResponseBytes + t.ResponseBytes));
}
