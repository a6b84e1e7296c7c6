using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The newest lines of one resource instance, and those who follow them.</summary>
internal sealed class ResourceLog(TimeProvider timeProvider) : ILogger
{
    private const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<LogLine> _lines = new();
    private readonly List<Channel<LogLine>> _followers = [];
    private int _lastLineNumber;
    private bool _isComplete;

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    public void Write(string text, bool isError)
    {
        var stamped = $"{timeProvider.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffffffZ} {text}";
        lock (_lock)
        {
            _isComplete = false;
            var line = new LogLine(++_lastLineNumber, stamped, isError);
            if (_lines.Count == Capacity)
                _lines.Dequeue();
            _lines.Enqueue(line);
            foreach (var follower in _followers)
                follower.Writer.TryWrite(line);
        }
    }

    /// <summary>The lines so far and those to come, until the log is complete.</summary>
    public (IReadOnlyList<LogLine> Backlog, Channel<LogLine> Follower) Follow()
    {
        var follower = Channel.CreateBounded<LogLine>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            if (_isComplete)
                follower.Writer.TryComplete();
            else
                _followers.Add(follower);
            return ([.. _lines], follower);
        }
    }

    public void Unfollow(Channel<LogLine> follower)
    {
        lock (_lock)
            _followers.Remove(follower);
    }

    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            foreach (var follower in _followers)
                follower.Writer.TryComplete();
            _followers.Clear();
        }
    }

    public void Clear()
    {
        lock (_lock)
            _lines.Clear();
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Write(formatter(state, exception) + (exception is null ? "" : $"\n{exception}"), logLevel >= LogLevel.Error);
}
