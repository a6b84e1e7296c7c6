using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Tests.Arrivals;

/// <summary>The statistics of a Poisson process, with fixed seeds: the bounds are four standard deviations of what a true one shows.</summary>
public sealed class PoissonTests
{
    private const int Seconds = 1000;
    private const double PerSecond = 50;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-5)]
    public void As_many_arrive_as_the_rate_says(int seed)
    {
        const double mean = PerSecond * Seconds;

        Assert.InRange(Take(seed).Count, mean - (4 * Math.Sqrt(mean)), mean + (4 * Math.Sqrt(mean)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-5)]
    public void Counts_of_a_second_vary_as_much_as_their_mean(int seed)
    {
        var counts = new int[Seconds];
        foreach (var due in Take(seed).Where(due => due.TotalSeconds < Seconds))
            counts[(int)due.TotalSeconds]++;
        var mean = counts.Average();
        var variance = counts.Sum(count => (count - mean) * (count - mean)) / (Seconds - 1);

        // The index of dispersion of n counts has the mean 1 and the variance 2 / (n - 1).
        var bound = 4 * Math.Sqrt(2.0 / (Seconds - 1));
        Assert.InRange(variance / mean, 1 - bound, 1 + bound);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(3)]
    public void Gaps_are_exponential(double means)
    {
        var due = Take(1);
        var gaps = due.Skip(1).Zip(due, (next, last) => (next - last).TotalSeconds).ToArray();

        var expected = Math.Exp(-means);
        var deviation = Math.Sqrt(expected * (1 - expected) / gaps.Length);
        Assert.InRange(gaps.Count(gap => gap > means / PerSecond) / (double)gaps.Length, expected - (4 * deviation), expected + (4 * deviation));
    }

    [Fact]
    public void Each_quarter_of_a_wave_has_as_many_as_its_integral()
    {
        const int periods = 20;
        var period = TimeSpan.FromSeconds(100);
        var options = Rates.Poisson(PerSecond) with { Profile = TrafficProfile.Wave, WaveAmplitude = 0.8, WavePeriod = period };
        var quarters = new int[4];
        foreach (var due in Rates.Take(options, 1, TimeSpan.FromSeconds(1), periods * period).Where(due => due < periods * period))
            quarters[(int)(due.Ticks % period.Ticks * 4 / period.Ticks)]++;

        // The integral of a sine's quarter is its amplitude * period / (2 pi).
        var mean = PerSecond * period.TotalSeconds * periods / 4;
        var swing = PerSecond * 0.8 * period.TotalSeconds * periods / Math.Tau;
        double[] expected = [mean + swing, mean + swing, mean - swing, mean - swing];
        Assert.All(quarters.Zip(expected), q => Assert.InRange(q.First, q.Second - (4 * Math.Sqrt(q.Second)), q.Second + (4 * Math.Sqrt(q.Second))));
    }

    private static List<TimeSpan> Take(int seed) => Rates.Take(Rates.Poisson(PerSecond), seed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(Seconds));
}
