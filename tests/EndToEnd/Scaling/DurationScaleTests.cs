using Kthena.StackTesting.Scaling;

namespace Kthena.EndToEnd.Tests.Scaling;

public class DurationScaleTests
{
    [Theory]
    [InlineData("for: 1m", "for: 1200ms")]
    [InlineData("rate(x_total[5m]) > 0.05", "rate(x_total[6000ms]) > 0.05")]
    [InlineData("repeat_interval: 2m30s", "repeat_interval: 3000ms")]
    [InlineData("x offset 1h", "x offset 72000ms")]
    [InlineData("group_wait: 0s", "group_wait: 0ms")]
    public void Duration_literals_are_divided(string text, string expected) => Assert.Equal(expected, DurationScale.Apply(text));

    [Theory]
    [InlineData("lande-t50-infer")]
    [InlineData("more than 1 minute")]
    [InlineData("127.0.0.1:9090")]
    [InlineData("kthena_router_requests_total_5m")]
    public void Everything_else_stays(string text) => Assert.Equal(text, DurationScale.Apply(text));

    [Fact]
    public void A_duration_that_does_not_divide_exactly_is_an_error()
        => Assert.Contains("'7ms'", Assert.Throws<FormatException>(() => DurationScale.Apply("interval: 7ms")).Message, StringComparison.Ordinal);
}
