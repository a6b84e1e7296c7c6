using Kthena.EndToEnd.Tests.Faults;
using Kthena.EndToEnd.Tests.Measuring;
using Kthena.EndToEnd.Tests.Stack;

namespace Kthena.EndToEnd.Tests.Timeline;

/// <summary>One fault of a timeline, and the alerts that it must raise.</summary>
internal sealed class TimelineStep(Task before, TimeSpan delay, IFault fault)
{
    private readonly List<AlertExpectation> _expectations = [];
    private readonly List<AlertTime> _times = [];
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _resolved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The fault is there.</summary>
    public Task Began => _began.Task;

    /// <summary>The fault is over.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Every alert is announced as resolved.</summary>
    public Task Resolved => _resolved.Task;

    /// <summary>How long each announcement took.</summary>
    public IReadOnlyList<AlertTime> Times => _times;

    /// <summary>The fault raises these alerts.</summary>
    public TimelineStep Expect(params IEnumerable<AlertExpectation> expectations)
    {
        _expectations.AddRange(expectations);
        return this;
    }

    public async Task RunAsync(AlertingStack stack, CancellationToken cancellationToken)
    {
        await before.WaitAsync(cancellationToken);
#pragma warning disable RS0030 // This is the schedule of the scenario; nothing is waited for.
        await Task.Delay(delay, stack.Time, cancellationToken);
#pragma warning restore RS0030
        var fills = await Task.WhenAll(_expectations.Select(expectation => expectation.FillAsync(stack, cancellationToken)));
        var announced = await RaiseAsync(stack, fills, cancellationToken);
        _ended.SetResult();

        foreach (var announcement in announced)
        {
            _times.Add(announcement.Time);
            AlertTimes.Add(announcement.Time);
        }

        await Task.WhenAll(announced.Select((announcement, i) => _expectations[i].ResolvedAsync(stack, announcement, cancellationToken)));
        _resolved.SetResult();
    }

    private async Task<Announcement[]> RaiseAsync(AlertingStack stack, TimeSpan[] fills, CancellationToken cancellationToken)
    {
        try
        {
            var began = await fault.BeginAsync(stack, cancellationToken);
            _began.SetResult();
            return await Task.WhenAll(_expectations.Select((expectation, i) => expectation.AnnouncedAsync(stack, began, fills[i], cancellationToken)));
        }
        finally
        {
            await fault.EndAsync(stack, CancellationToken.None);
        }
    }
}

/// <summary>An alert that was announced at all its receivers.</summary>
/// <param name="StartsAt">Since when it fires.</param>
/// <param name="Time">How long the first announcement took.</param>
internal sealed record Announcement(DateTimeOffset StartsAt, AlertTime Time);
