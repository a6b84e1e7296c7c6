namespace Kthena.SampleModelServer.Caching;

/// <summary>The share of lookups that hit, over a time that slides in tenths of its length.</summary>
internal sealed class HitRatio(TimeSpan window, TimeProvider time)
{
    private const int Slots = 10;

    private readonly Lock _lock = new();
    private readonly (long Number, long Hits, long Lookups)[] _slots = new (long, long, long)[Slots];
    private readonly long _start = time.GetTimestamp();

    public void Record(int hits, int lookups)
    {
        lock (_lock)
        {
            var number = Number();
            ref var slot = ref _slots[number % Slots];
            if (slot.Number != number)
                slot = (number, 0, 0);
            slot.Hits += hits;
            slot.Lookups += lookups;
        }
    }

    /// <summary>From 0 to 1; not a number when there was no lookup.</summary>
    public double Value()
    {
        lock (_lock)
        {
            var number = Number();
            var (hits, lookups) = (0L, 0L);
            foreach (var slot in _slots)
            {
                if (number - slot.Number < Slots)
                    (hits, lookups) = (hits + slot.Hits, lookups + slot.Lookups);
            }

            return (double)hits / lookups;
        }
    }

    private long Number() => time.GetElapsedTime(_start).Ticks / Math.Max(1, window.Ticks / Slots);
}
