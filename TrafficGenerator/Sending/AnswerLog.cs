using Kthena.TrafficGenerator.Measuring;

namespace Kthena.TrafficGenerator.Sending;

/// <summary>Logs when the status of the answers changes: how often is what metrics are for.</summary>
internal sealed class AnswerLog(TimeProvider time, ILogger<AnswerLog> logger)
{
    // An overloaded server changes between two statuses all the time.
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private string _last = RequestStatus.Of(StatusCodes.Status200OK);
    private long? _logged;

    public void Note(string status, Exception? error)
    {
        // References: the texts of statuses are made once.
        if (ReferenceEquals(status, Volatile.Read(ref _last)))
            return;
        lock (_lock)
        {
            if (_logged is { } logged && time.GetElapsedTime(logged) < s_quiet)
                return;
            _logged = time.GetTimestamp();
            logger.Log(
                RequestStatus.IsSuccess(status) ? LogLevel.Information : LogLevel.Warning, "Answers are now {Status}, were {LastStatus} {Error}", status, _last, error?.Message);
            _last = status;
        }
    }
}
