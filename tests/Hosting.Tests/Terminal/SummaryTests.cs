using Aspire.Hosting.Terminal;

namespace Aspire.Hosting.Tests.Terminal;

public sealed class SummaryTests
{
    private static readonly ResourceRow s_healthy = new("a", ResourceCondition.Healthy, "Healthy");
    private static readonly ResourceRow s_finished = new("b", ResourceCondition.Finished, "Finished (0)");
    private static readonly ResourceRow s_byHand = new("c", ResourceCondition.Waiting, "NotStarted") { Counts = false };
    private static readonly ResourceRow s_starting = new("d", ResourceCondition.Changing, "Starting");

    [Fact]
    public void When_all_are_healthy_it_says_since_when()
        => Assert.Equal("All 2 resources healthy in 2.3 s", Summary.Describe([s_healthy, s_finished, s_byHand], TimeSpan.FromSeconds(2.34), isAllFine: true));

    [Fact]
    public void Before_it_says_how_many()
        => Assert.Equal("1 of 2 resources healthy", Summary.Describe([s_healthy, s_starting], allFineAfter: null, isAllFine: false));

    [Fact]
    public void Afterwards_it_names_what_is_in_trouble()
        => Assert.Equal(
            "1 of 2 resources healthy; trouble: e",
            Summary.Describe([s_healthy, new("e", ResourceCondition.Failed, "Exited (1)")], TimeSpan.FromSeconds(2), isAllFine: false));

    [Fact]
    public void At_the_end_it_counts_what_is_left()
        => Assert.Equal(
            "Stopping, 1 of 2 resources still running",
            Summary.Describe([s_healthy, new("e", ResourceCondition.Stopped, "Exited (143)")], TimeSpan.FromSeconds(2), isAllFine: false, isStopping: true));
}
