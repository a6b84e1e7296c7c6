using Kthena.EndToEnd.Tests.Faults;

namespace Kthena.EndToEnd.Tests.Timeline;

/// <summary>A moment of a timeline, at which something is done.</summary>
internal sealed class TimelineMoment(AlertTimeline timeline, TimeSpan delay)
{
    private readonly List<Task> _before = [];

    /// <summary>Counted from the time at which all of this has happened, instead of the start.</summary>
    public TimelineMoment After(params IEnumerable<Task> before)
    {
        _before.AddRange(before);
        return this;
    }

    /// <summary>Begins a fault, and ends it once every alert that it must raise has been announced.</summary>
    public TimelineStep Inject(IFault fault) => timeline.Add(new TimelineStep(Task.WhenAll(_before), delay, fault));
}
