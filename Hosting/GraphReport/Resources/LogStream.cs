using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>The newest lines that a resource has written, then those that it writes.</summary>
internal static class LogStream
{
    private const int MostLinesOfAnEvent = 500;

    /// <param name="logs">The logs of the graph.</param>
    /// <param name="resourceId">The instance whose log it is.</param>
    /// <param name="tail">How many of the lines that are there already.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<ReportedLines> FollowAsync(
        ResourceLoggerService logs, string resourceId, int tail, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A quiet resource's stream would otherwise not even begin.
        yield return new([]);
        await using var batches = logs.WatchAsync(resourceId).GetAsyncEnumerator(cancellationToken);
        for (var isBacklog = true; await batches.MoveNextAsync(); isBacklog = false)
        {
            var lines = isBacklog ? batches.Current.TakeLast(tail) : batches.Current;
            foreach (var some in lines.Chunk(MostLinesOfAnEvent)) yield return ReportedLines.Of(some);
        }
    }
}
