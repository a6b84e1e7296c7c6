using Kthena.EndToEnd.Tests.Faults;
using Kthena.EndToEnd.Tests.Measuring;
using Kthena.EndToEnd.Tests.Stack;
using Kthena.EndToEnd.Tests.Timeline;
using Kthena.FakeNvml;

namespace Kthena.EndToEnd.Tests.Rounds;

/// <summary>
/// Every alert of the specification and both pages of the objectives: raised by its fault at random times, announced to the right people in the least time that is
/// possible, resolved, and nothing lost or said twice. The two rounds run side by side, each on a graph of its own.
/// </summary>
public abstract class RoundsTests
{
    // Requests of these fail; what only warns is injected into the others, where no critical alert of the same model mutes it.
    private static readonly string[] s_failing = ["model-a", "model-b"];
    private static readonly string[] s_warned = ["model-c", "model-d", "model-e"];
    private static readonly string[] s_models = [.. s_failing, .. s_warned];

    private static readonly double s_failingShare = (double)s_failing.Length / s_models.Length;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="budgets">How often the budgets of both objectives are burnt.</param>
    /// <param name="kills">How often the model server is killed.</param>
    internal static async Task RunAsync(int budgets, int kills)
    {
        using var use = await Machine.MeasureAsync(Cancellation);
        await using var stack = await AlertingStack.StartAsync(new AlertingOptions { Models = s_models }, Cancellation);
        var timeline = new AlertTimeline(stack);
        BurnBudgets(timeline, budgets);
        WarnOfModels(timeline, rounds: 2);
        if (FakeLibrary.Refusal is null) WarnOfGpus(timeline, rounds: 3);
        await timeline.RunAsync(Cancellation);

        var outages = await KillTheServerAsync(stack, kills);
        await new NotificationAudit(stack).CheckAsync(Cancellation);
        Assert.InRange(AlertTimes.MedianRatio([.. timeline.Times, .. outages]), 0, 1.05);
    }

    // Slow requests in all models, then errors in some; each waits until what it burns has recovered from the time before.
    private static void BurnBudgets(AlertTimeline timeline, int rounds)
    {
        Task slowBefore = Task.CompletedTask, errorsEnded = Task.CompletedTask, errorsBefore = Task.CompletedTask;
        for (var round = 0; round < rounds; round++)
        {
            var slow = timeline.Between(0, 2).After(slowBefore, errorsEnded).Inject(InjectedFault.Latency(Expect.SlowRequest))
                .Expect(s_models.Select(Expect.HighLatency)).Expect(Expect.LatencyBudgetBurns());
            // The last slow requests are answered first.
            var errors = timeline.Between(3, 5).After(slow.Ended, errorsBefore).Inject(new Together([.. s_failing.Select(InjectedFault.Errors)]))
                .Expect(s_failing.Select(Expect.HighErrorRate)).Expect(Expect.ErrorBudgetBurns(s_failingShare));
            foreach (var model in s_failing)
                timeline.Between(0, 1).After(errors.Began).Inject(InjectedFault.LoadFailure(model)).Expect(Expect.LoadFailure(model));
            (slowBefore, errorsEnded, errorsBefore) = (slow.Resolved, errors.Ended, errors.Resolved);
        }
    }

    private static void WarnOfModels(AlertTimeline timeline, int rounds)
    {
        foreach (var model in s_warned)
        {
            Task before = Task.CompletedTask;
            for (var round = 0; round < rounds; round++)
            {
                var memory = timeline.Between(0, 3).After(before).Inject(InjectedFault.Memory(model)).Expect(Expect.HighMemory(model));
                var accuracy = timeline.Between(0, 3).After(before).Inject(InjectedFault.Accuracy(model)).Expect(Expect.AccuracyDrop(model));
                var scaling = timeline.Between(0, 3).After(before).Inject(InjectedFault.StuckAutoscaling(model)).Expect(Expect.AutoscalingNotWorking(model));
                before = Task.WhenAll(memory.Resolved, accuracy.Resolved, scaling.Resolved);
            }
        }
    }

    private static void WarnOfGpus(AlertTimeline timeline, int rounds)
    {
        Task before = Task.CompletedTask;
        for (var gpu = 0; gpu < rounds; gpu++)
            before = timeline.Between(0, 3).After(before).Inject(InjectedFault.GpuBusy(gpu)).Expect(Expect.GpuHighUtilization(gpu)).Resolved;
    }

    private static async Task<IReadOnlyList<AlertTime>> KillTheServerAsync(AlertingStack stack, int times)
    {
        var measured = new List<AlertTime>();
        for (var i = 0; i < times; i++)
        {
            await stack.IsQuietAsync(Cancellation);
            var timeline = new AlertTimeline(stack);
            timeline.Between(0, 1).Inject(new KilledProcess("model-server")).Expect(Expect.ServiceDown());
            await timeline.RunAsync(Cancellation);
            measured.AddRange(timeline.Times);
        }

        return measured;
    }
}

/// <summary>One of the two graphs.</summary>
public sealed class FirstRoundsTests : RoundsTests
{
    [Fact]
    public Task Every_alert_is_announced_in_time_to_the_right_people_and_resolves() => RunAsync(budgets: 3, kills: 1);
}

/// <summary>The other one.</summary>
public sealed class SecondRoundsTests : RoundsTests
{
    [Fact]
    public Task Every_alert_is_announced_in_time_to_the_right_people_and_resolves() => RunAsync(budgets: 2, kills: 4);
}

/// <summary>Says so where the rounds have no GPUs.</summary>
public sealed class GpuRoundsTests
{
    [Fact]
    public void The_rounds_have_GPUs_that_can_be_busy() => Assert.SkipWhen(FakeLibrary.Refusal is not null, $"GPUHighUtilization was not part of the rounds: {FakeLibrary.Refusal}.");
}
