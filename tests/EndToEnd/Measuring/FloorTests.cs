namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>The arithmetic of the floors; what it yields on a running stack is what the rounds show.</summary>
public class FloorTests
{
    private static readonly DateTimeOffset s_start = DateTimeOffset.UnixEpoch;
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(0, 7, 7)]
    [InlineData(7, 7, 7)]
    [InlineData(8, 7, 22)]
    [InlineData(100, 7, 112)]
    [InlineData(0, 112, 7)]
    public void The_next_evaluation_is_on_the_grid_of_any_other(int moment, int evaluation, int expected)
        => Assert.Equal(At(expected), Grid.FirstAtOrAfter(At(moment), At(evaluation), s_interval));

    [Fact]
    public void A_floor_is_the_wait_for_scrape_and_evaluation_the_time_it_must_hold_and_the_time_its_group_waits()
        => Assert.Equal(TimeSpan.FromSeconds(22 + 60 + 10), Floor.Of(At(0), scraped: At(9), startsAt: At(82), s_interval, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10)));

    [Theory]
    [InlineData(0.05, 1, 15)]
    [InlineData(0.05, 0.5, 30)]
    public void A_ratio_fills_its_window_by_its_threshold_and_share(double threshold, double share, double expectedSeconds)
        => Assert.Equal(expectedSeconds, Fill.Ratio(TimeSpan.FromMinutes(5), threshold, share).TotalSeconds, 3);

    [Fact]
    public void A_quantile_needs_one_slow_request_more()
        => Assert.Equal(15 + 2.5, Fill.Quantile(TimeSpan.FromMinutes(5), 0.95, TimeSpan.FromSeconds(2.5)).TotalSeconds, 3);

    [Theory]
    [InlineData(30, 0, 30 * 0.3 / 0.7)] // 30 s of data: 12.9 of 42.9 s
    [InlineData(30, 0.4, 0)]
    [InlineData(300, 0.2, 90)] // full: what was bad before leaves
    [InlineData(280, 0, 90)] // full before it is burnt
    public void A_budget_burns_by_what_its_window_has(double ageSeconds, double badBefore, double expectedSeconds)
        => Assert.Equal(expectedSeconds, Fill.Burn(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(ageSeconds), badBefore, threshold: 0.3, share: 1).TotalSeconds, 1);

    private static DateTimeOffset At(int seconds) => s_start.AddSeconds(seconds);
}
