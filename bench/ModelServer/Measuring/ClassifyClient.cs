using System.Net;
using System.Net.Http.Headers;
using Kthena.Bench.ModelServer.Requests;

namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>Sends requests to <c>/classify</c> and times them.</summary>
internal sealed class ClassifyClient(HttpClient http, TimeProvider time)
{
    private static readonly Uri s_classify = new("/classify", UriKind.Relative);
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    /// <summary>Sends one request that is due at a timestamp, and reads the whole answer.</summary>
    public async Task<Answer> SendAsync(byte[] body, long due, CancellationToken cancellationToken)
    {
        HttpStatusCode? status = null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, s_classify) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = s_json;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            status = response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // No status.
        }

        return new Answer(due, time.GetElapsedTime(due).TotalSeconds, status);
    }

    /// <summary>Callers that each send the next request as soon as they have the answer to the one before.</summary>
    /// <param name="bodies">What they send.</param>
    /// <param name="callers">How many they are.</param>
    /// <param name="duration">For how long they begin requests.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<ClosedLoop> LoopAsync(RequestBodies bodies, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CallAsync()));
        return new ClosedLoop([.. answers.SelectMany(mine => mine)], time.GetElapsedTime(start), bodies.Texts);

        async Task<List<Answer>> CallAsync()
        {
            var mine = new List<Answer>();
            while (time.GetElapsedTime(start) < duration)
                mine.Add(await SendAsync(bodies.Next(), time.GetTimestamp(), cancellationToken));
            return mine;
        }
    }
}
