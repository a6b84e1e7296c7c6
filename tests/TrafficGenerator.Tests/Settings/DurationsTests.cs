using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Tests.Settings;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("30s", 30)]
    [InlineData("1.5m", 90)]
    [InlineData("2h", 7200)]
    [InlineData("90", 90)]
    [InlineData("00:01:30", 90)]
    public void Usual_forms_are_read(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory]
    [InlineData("s")]
    [InlineData("1x")]
    [InlineData("NaN")]
    [InlineData("1e300h")]
    [InlineData("-1e300s")]
    [InlineData("1m30s")]
    [InlineData("1:")]
    public void Others_are_not(string text) => Assert.False(Durations.TryParse(text, out _));
}
