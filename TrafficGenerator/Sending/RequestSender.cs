using Kthena.TrafficGenerator.Measuring;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Requests;
using Kthena.TrafficGenerator.Telemetry;

namespace Kthena.TrafficGenerator.Sending;

/// <summary>Sends one request, once, and measures what its client saw.</summary>
internal sealed class RequestSender(ModelServerClient client, TrafficMetrics metrics, RunStatistics statistics, AnswerLog log, TimeProvider time)
{
    /// <summary>Ends with the answer, at the deadline, or when <paramref name="abort"/> is cancelled (which is counted apart).</summary>
    /// <param name="request">What to send.</param>
    /// <param name="lateness">How long ago the request was due.</param>
    /// <param name="deadline">How long the answer may take from now on.</param>
    /// <param name="abort">Gives the request up.</param>
    public async Task SendAsync(ClassifyRequest request, TimeSpan lateness, TimeSpan deadline, CancellationToken abort)
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, abort);
        statistics.Sent();
        metrics.InFlight(1);
        var start = time.GetTimestamp();
        try
        {
            var answer = await client.ClassifyAsync(request.Body, either.Token);
            Ended(RequestStatus.Of(answer.Status), answer.Bytes, answer.RetryAfter, error: null);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            statistics.Aborted();
        }
        catch (OperationCanceledException)
        {
            Ended(RequestStatus.DeadlineExceeded, 0, retryAfter: null, error: null);
        }
        catch (Exception e)
        {
            Ended(RequestStatus.ConnectionError, 0, retryAfter: null, e);
        }
        finally
        {
            metrics.InFlight(-1);
        }

        void Ended(string status, long bytes, TimeSpan? retryAfter, Exception? error)
        {
            var took = time.GetElapsedTime(start);
            var outcome = new RequestOutcome(request, status, bytes, retryAfter, lateness + took, took);
            statistics.Ended(outcome);
            metrics.Ended(outcome);
            log.Note(status, error);
        }
    }
}
