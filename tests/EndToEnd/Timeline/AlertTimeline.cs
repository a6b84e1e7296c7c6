using Kthena.EndToEnd.Tests.Measuring;
using Kthena.EndToEnd.Tests.Stack;

namespace Kthena.EndToEnd.Tests.Timeline;

/// <summary>
/// What is done to a running stack and when, and what must come of it: <c>At(0).Inject(fault).Expect(alert)…</c>. The steps run side by side; the first that
/// does not come true ends the scenario.
/// </summary>
internal sealed class AlertTimeline(AlertingStack stack)
{
    private readonly List<TimelineStep> _steps = [];

    /// <summary>How long each announcement took.</summary>
    public IReadOnlyList<AlertTime> Times => [.. _steps.SelectMany(step => step.Times)];

    /// <summary>So many seconds after the start.</summary>
    public TimelineMoment At(double seconds) => new(this, TimeSpan.FromSeconds(seconds));

    /// <summary>At a random moment between so many seconds after the start.</summary>
    public TimelineMoment Between(double from, double to) => At(from + (Random.Shared.NextDouble() * (to - from)));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Exception? first = null;
        await foreach (var step in Task.WhenEach(_steps.Select(step => step.RunAsync(stack, stop.Token))))
        {
            if (!step.IsFaulted && !step.IsCanceled) continue;
            // The first failure is the one that explains; the rest would only wait for their bounds.
            first ??= step.Exception?.GetBaseException();
            await stop.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (first is not null) throw new TimelineException(first);
    }

    internal TimelineStep Add(TimelineStep step)
    {
        _steps.Add(step);
        return step;
    }
}
