namespace Aspire.Hosting.Tests.Supervision;

/// <summary>Waits for what a test expects, with a bound, instead of for time to pass.</summary>
internal static class Condition
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    public static async Task IsMetAsync(Func<bool> condition, string because)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < s_bound, because);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public static Task<T> WithinBound<T>(this Task<T> task) => task.WaitAsync(s_bound, TestContext.Current.CancellationToken);

    public static Task WithinBound(this Task task) => task.WaitAsync(s_bound, TestContext.Current.CancellationToken);
}
