using Kthena.TrafficGenerator.Arrivals;
using Kthena.TrafficGenerator.Settings;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.TrafficGenerator.Tests.Arrivals;

public sealed class ArrivalProcessTests
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
        var arrivals = Constant(perSecond);
        long taken = 0;
        while (_time.GetUtcNow() - _time.Start < TimeSpan.FromMinutes(1))
        {
            taken += Rates.TakeDue(arrivals).Count;
            _time.Advance(arrivals.UntilNext() + TimeSpan.FromMilliseconds(lateMilliseconds));
        }

        taken += Rates.TakeDue(arrivals).Count;
        Assert.Equal(1 + (long)(((decimal)(_time.GetUtcNow() - _time.Start).Ticks * (decimal)perSecond) / TimeSpan.TicksPerSecond), taken);
    }

    [Fact]
    public void A_late_timer_does_not_move_when_those_after_it_are_due()
    {
        var punctual = Take(Rates.Poisson(50), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(20));
        var late = Take(Rates.Poisson(50), TimeSpan.FromMilliseconds(777), TimeSpan.FromSeconds(20));

        Assert.Equal(punctual, late[..punctual.Count]);
        Assert.NotEmpty(punctual);
    }

    [Fact]
    public void Nothing_is_due_twice_or_early()
    {
        var arrivals = Constant(10);

        Assert.Single(Rates.TakeDue(arrivals));
        Assert.Empty(Rates.TakeDue(arrivals));
        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Empty(Rates.TakeDue(arrivals));
        Assert.Equal(TimeSpan.FromMilliseconds(1), arrivals.UntilNext());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([TimeSpan.FromMilliseconds(100)], Rates.TakeDue(arrivals));
    }

    [Fact]
    public void At_rate_0_nothing_is_ever_due()
    {
        var arrivals = Constant(0);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Empty(Rates.TakeDue(arrivals));
        Assert.Equal(TimeSpan.FromHours(1), arrivals.UntilNext());
    }

    [Fact]
    public void The_same_seed_gives_the_same_times_and_another_seed_others()
    {
        var options = Rates.Poisson(100) with { Profile = TrafficProfile.Wave };
        var first = Take(options, seed: 7);

        Assert.Equal(first, Take(options, seed: 7));
        Assert.NotEqual(first, Take(options, seed: 8));
    }

    [Fact]
    public void Another_rate_moves_the_same_arrivals()
    {
        var slow = Take(Rates.Poisson(50), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        var fast = Take(Rates.Poisson(100), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

        Assert.Equal(slow.Count, fast.Count);
        Assert.All(slow.Zip(fast), pair => Assert.InRange(pair.First - (2 * pair.Second), TimeSpan.FromTicks(-2), TimeSpan.FromTicks(2)));
    }

    private ArrivalProcess Constant(double perSecond) => ArrivalProcess.Start(_time, Rates.Constant(perSecond), seed: 1);

    private static List<TimeSpan> Take(RateOptions options, int seed) => Rates.Take(options, seed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

    private static List<TimeSpan> Take(RateOptions options, TimeSpan step, TimeSpan length) => Rates.Take(options, 1, step, length);
}
