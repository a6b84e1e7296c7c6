namespace Kthena.EndToEnd.Tests.Stack;

/// <summary>
/// What the machine is used for: scenarios that measure times run side by side, and so do tests that start and kill graphs, but never both: a graph that starts takes all
/// processors for a moment, and a scrape that comes too late for it begins an alert's wait anew.
/// </summary>
internal static class Machine
{
    private static readonly Lock s_lock = new();
    private static readonly Dictionary<Use, int> s_users = new() { [Use.Measuring] = 0, [Use.Starting] = 0 };
    private static TaskCompletionSource s_changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private enum Use
    {
        Measuring,
        Starting,
    }

    /// <summary>Waits until nobody starts graphs.</summary>
    /// <returns>Ends the use.</returns>
    public static Task<IDisposable> MeasureAsync(CancellationToken cancellationToken) => EnterAsync(Use.Measuring, Use.Starting, cancellationToken);

    /// <summary>Waits until nobody measures.</summary>
    /// <returns>Ends the use.</returns>
    public static Task<IDisposable> StartGraphsAsync(CancellationToken cancellationToken) => EnterAsync(Use.Starting, Use.Measuring, cancellationToken);

    private static async Task<IDisposable> EnterAsync(Use use, Use other, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (s_lock)
            {
                if (s_users[other] == 0)
                {
                    s_users[use]++;
                    return new Leaving(use);
                }

                changed = s_changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private sealed class Leaving(Use use) : IDisposable
    {
        public void Dispose()
        {
            TaskCompletionSource changed;
            lock (s_lock)
            {
                s_users[use]--;
                (changed, s_changed) = (s_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            changed.SetResult();
        }
    }
}
