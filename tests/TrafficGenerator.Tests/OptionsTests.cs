using Microsoft.Extensions.Configuration;

namespace Kthena.TrafficGenerator.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Without_configuration_it_sends_a_little() =>
        Assert.Equal(new TrafficOptions(20, 1, 64, TimeSpan.FromSeconds(10)), Read());

    [Fact]
    public void All_settings_are_read() =>
        Assert.Equal(
            new TrafficOptions(0.5, -3, 7, TimeSpan.FromMilliseconds(1500)),
            Read(("Traffic:RequestsPerSecond", "0.5"), ("Traffic:Seed", "-3"), ("Traffic:MaxInFlight", "7"), ("Traffic:Deadline", "1.5")));

    [Theory]
    [InlineData("Traffic:RequestsPerSecond", "-1", "0 to 10000")]
    [InlineData("Traffic:RequestsPerSecond", "10001", "0 to 10000")]
    [InlineData("Traffic:RequestsPerSecond", "NaN", "0 to 10000")]
    [InlineData("Traffic:RequestsPerSecond", "fast", "0 to 10000")]
    [InlineData("Traffic:Seed", "1.5", "whole number")]
    [InlineData("Traffic:MaxInFlight", "0", "1 to 10000")]
    [InlineData("Traffic:Deadline", "0", "0.1 to 60")]
    public void A_bad_setting_is_named_with_what_it_may_be(string key, string value, string range)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read((key, value)));

        Assert.Contains($"{key} is '{value}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(range, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_setting_stops_the_start() =>
        Assert.ThrowsAny<InvalidOperationException>(() => Generator.Start("http://127.0.0.1:1", ("RequestsPerSecond", "fast")));

    private static TrafficOptions Read(params (string Key, string Value)[] settings) =>
        TrafficOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
