using Kthena.TrafficGenerator.Sending;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.TrafficGenerator.Tests;

public sealed class ConstantArrivalsTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(20, 1)]
    [InlineData(3, 7)]
    [InlineData(1000, 3)]
    [InlineData(0.5, 61)]
    [InlineData(0.7, 0)]
    public void However_late_the_timer_is_the_rate_holds(double perSecond, int lateMilliseconds)
    {
        var arrivals = new ConstantArrivals(_time, perSecond);
        long taken = 0;
        while (_time.GetUtcNow() - _time.Start < TimeSpan.FromMinutes(1))
        {
            taken += arrivals.TakeDue();
            _time.Advance(arrivals.UntilNext() + TimeSpan.FromMilliseconds(lateMilliseconds));
        }

        taken += arrivals.TakeDue();
        Assert.Equal(1 + (long)(((decimal)(_time.GetUtcNow() - _time.Start).Ticks * (decimal)perSecond) / TimeSpan.TicksPerSecond), taken);
    }

    [Fact]
    public void Nothing_is_due_twice_or_early()
    {
        var arrivals = new ConstantArrivals(_time, 10);

        Assert.Equal(1, arrivals.TakeDue());
        Assert.Equal(0, arrivals.TakeDue());
        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(0, arrivals.TakeDue());
        Assert.Equal(TimeSpan.FromMilliseconds(1), arrivals.UntilNext());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, arrivals.TakeDue());
    }

    [Fact]
    public void At_rate_0_nothing_is_ever_due()
    {
        var arrivals = new ConstantArrivals(_time, 0);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, arrivals.TakeDue());
        Assert.Equal(Timeout.InfiniteTimeSpan, arrivals.UntilNext());
    }
}
