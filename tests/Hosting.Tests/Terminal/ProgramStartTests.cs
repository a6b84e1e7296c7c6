using System.Diagnostics;
using Aspire.Hosting.Terminal;

namespace Aspire.Hosting.Tests.Terminal;

public class ProgramStartTests
{
    [Fact]
    public async Task Threads_that_end_while_it_looks_do_no_harm()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var churn = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() => { })).ToList();
                    threads.ForEach(thread => thread.Start());
                    threads.ForEach(thread => thread.Join());
                }
            },
            TestContext.Current.CancellationToken);

        using var process = Process.GetCurrentProcess();
        for (var look = 0; look < 200; look++) Assert.InRange(ProgramStart.Get(), process.StartTime.ToUniversalTime(), TimeProvider.System.GetUtcNow());

        await stop.CancelAsync();
        await churn;
    }
}
