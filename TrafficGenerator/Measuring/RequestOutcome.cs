using Kthena.TrafficGenerator.Requests;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>What became of one request that was sent.</summary>
/// <param name="Request">The request.</param>
/// <param name="Status">The HTTP status code, or why there is none: see <see cref="RequestStatus"/>.</param>
/// <param name="ResponseBytes">The size of the answer's body; 0 where there was no whole answer.</param>
/// <param name="RetryAfter">What a 429 asked for.</param>
/// <param name="FromDue">
/// From when the request was due to the end of its answer. While a server stalls, a generator that measures from sending sees one slow
/// request and hides all that had to wait behind it (coordinated omission, Gil Tene: How NOT to Measure Latency); from here it sees each.
/// </param>
/// <param name="FromSend">From sending the request to the end of its answer: what the network and the server took.</param>
internal readonly record struct RequestOutcome(
    ClassifyRequest Request, string Status, long ResponseBytes, TimeSpan? RetryAfter, TimeSpan FromDue, TimeSpan FromSend);
