using System.Globalization;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Telemetry;

namespace Kthena.TrafficGenerator.Sending;

/// <summary>Sends one request, once, and measures what its client saw.</summary>
internal sealed class RequestSender(ModelServerClient client, TrafficMetrics metrics, TimeProvider time, ILogger<RequestSender> logger)
{
    private string _lastStatus = "200";

    /// <summary>Ends with the answer, at the deadline, or when <paramref name="abort"/> is cancelled (which is not counted).</summary>
    public async Task SendAsync(ClassifyRequest request, TimeSpan deadline, CancellationToken abort)
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, abort);
        var start = time.GetTimestamp();
        using var inFlight = metrics.TrackInFlight();
        try
        {
            var status = await client.ClassifyAsync(request, either.Token);
            Note(status.ToString(CultureInfo.InvariantCulture), start, error: null);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return;
        }
        catch (OperationCanceledException)
        {
            Note(TrafficMetrics.DeadlineExceeded, start, error: null);
        }
        catch (Exception e)
        {
            Note(TrafficMetrics.ConnectionError, start, e);
        }
    }

    private void Note(string status, long start, Exception? error)
    {
        metrics.Answered(status, time.GetElapsedTime(start));
        // One line when it changes; how often is what metrics are for.
        if (Interlocked.Exchange(ref _lastStatus, status) is var last && last != status)
            logger.Log(status == "200" ? LogLevel.Information : LogLevel.Warning, "Answers are now {Status}, were {LastStatus} {Error}", status, last, error?.Message);
    }
}
