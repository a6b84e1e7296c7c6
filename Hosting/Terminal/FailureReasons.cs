using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Terminal;

/// <summary>Why a resource failed, from what it wrote last.</summary>
internal sealed class FailureReasons(ResourceLoggerService logs, TimeProvider time)
{
    /// <summary>The last lines of a process that has ended may come a moment after its end.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Reports the last line on standard error that is none of a stack trace, else the last line that tells of something wrong, again when a later one comes.</summary>
    public async Task FindAsync(string resourceId, Action<string> report, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        string? lastError = null, last = null;
        try
        {
            await foreach (var lines in logs.WatchAsync(resourceId).WithCancellation(either.Token).ConfigureAwait(false))
            {
                foreach (var line in lines)
                {
                    if (PlainText.LogContent(line.Content) is not { } content || LogEntry.IsStackFrame(content)) continue;
                    if (line.IsErrorMessage) lastError = content;
                    else last = LogEntry.FindError(content) ?? last;
                }

                if ((lastError ?? last) is { } reason) report(reason);
            }
        }
        catch (OperationCanceledException)
        {
            // What has come until now is all there is to say.
        }
    }
}
