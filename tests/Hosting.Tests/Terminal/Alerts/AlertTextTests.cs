using Aspire.Hosting.Terminal.Alerts;

namespace Aspire.Hosting.Tests.Terminal.Alerts;

public class AlertTextTests
{
    [Theory]
    [InlineData(0.4, "less than 1 s")]
    [InlineData(59.9, "59 s")]
    [InlineData(250, "4 m 10 s")]
    [InlineData(3_900, "1 h 5 m")]
    [InlineData(180_000, "2 d 2 h")]
    public void A_duration_has_the_two_units_that_matter(double seconds, string text) => Assert.Equal(text, AlertText.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("firing HighErrorRate severity=critical {}")]
    [InlineData("""{"LogLevel":"Information","Message":"started","State":{"Message":"started"}}""")]
    [InlineData("""{"State":{"Status":"active","AlertName":"A"}}""")]
    [InlineData("""{"State":{"Status":"firing"}}""")]
    [InlineData("""{"State":"firing"}""")]
    [InlineData("{ unbalanced")]
    public void Only_the_log_entry_of_a_notification_is_one(string line) => Assert.Null(ArrivedNotification.Find(line));

    [Fact]
    public void A_receiver_may_leave_out_who_was_told()
        => Assert.Equal(new ArrivedNotification("resolved", "A", "", null), ArrivedNotification.Find("""2026-01-01T12:00:00.1Z {"State":{"Status":"resolved","AlertName":"A"}}"""));
}
