using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>Events for as long as the client listens and the graph runs. A client that does not take an event in time is dropped.</summary>
internal sealed class EventStream<T>(Func<CancellationToken, IAsyncEnumerable<T>> events, TimeProvider timeProvider, CancellationToken stopping) : IResult
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            await TypedResults.ServerSentEvents(WatchedAsync(httpContext, end.Token)).ExecuteAsync(httpContext);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client has gone, or the graph has.
        }
    }

    private async IAsyncEnumerable<T> WatchedAsync(HttpContext client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var watchdog = timeProvider.CreateTimer(_ => client.Abort(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await foreach (var each in events(cancellationToken))
        {
            watchdog.Change(s_patience, Timeout.InfiniteTimeSpan);
            yield return each; // comes back once it is written
            watchdog.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
