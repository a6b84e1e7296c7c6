namespace Kthena.StackTesting;

/// <summary>Waits for a condition, within a bound.</summary>
public static class Eventually
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer is not null.</summary>
    /// <exception cref="TimeoutException">The bound is reached first.</exception>
    public static async Task<T> GetAsync<T>(string what, TimeSpan bound, Func<CancellationToken, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(bound);
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            while (true)
            {
                try
                {
                    if (await ask(timeout.Token) is { } answer) return answer;
                }
                catch (HttpRequestException)
                {
                    // not up yet
                }

                await timer.WaitForNextTickAsync(timeout.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{what} did not happen within {bound.TotalSeconds:0} s.");
        }
    }

    public static Task IsTrueAsync(string what, TimeSpan bound, Func<CancellationToken, Task<bool>> condition, CancellationToken cancellationToken)
        => GetAsync<object>(what, bound, async token => await condition(token) ? true : null, cancellationToken);
}
