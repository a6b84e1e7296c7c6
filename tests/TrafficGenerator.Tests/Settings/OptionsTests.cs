using Kthena.TrafficGenerator.Settings;
using Microsoft.Extensions.Configuration;

namespace Kthena.TrafficGenerator.Tests.Settings;

public sealed class OptionsTests
{
    [Fact]
    public void Without_configuration_it_sends_a_little_in_a_daily_wave()
    {
        var options = Read();

        Assert.Equal(
            new RateOptions(
                20, ArrivalGaps.Poisson, TrafficProfile.Wave, TimeSpan.FromMinutes(10), 0.5, 5, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), 10),
            options.Rate);
        Assert.Equal(new MixOptions(new([]), new(0.2, 0.7, 0.1), 0.1, 16, 0.3, new(1000, 0.8)), options.Mix);
        Assert.Equal((1, 1024, TimeSpan.FromSeconds(10)), (options.Seed, options.MaxInFlight, options.Deadline));
    }

    [Fact]
    public void All_settings_of_the_rate_are_read() =>
        Assert.Equal(
            new RateOptions(
                0.5, ArrivalGaps.Constant, TrafficProfile.Burst, TimeSpan.FromMinutes(2), 1, 7, TimeSpan.FromSeconds(0.5), TimeSpan.FromHours(1), 3),
            Read(
                ("RequestsPerSecond", "0.5"),
                ("Arrivals", "Constant"),
                ("Profile", "BURST"),
                ("Wave:Period", "2m"),
                ("Wave:Amplitude", "1"),
                ("Burst:Factor", "7"),
                ("Burst:Length", "500ms"),
                ("Burst:Every", "1h"),
                ("Overload:Factor", "3")).Rate);

    [Fact]
    public void All_settings_of_the_mix_are_read() =>
        Assert.Equal(
            new MixOptions(new([new("m", 2), new("org/n", 0.5)]), new(1, 0, 3), 0.25, 8, 0.75, new(5, 1.2)),
            Read(
                ("Models:m", "2"),
                ("Models:org/n", "0.5"),
                ("Priorities:High", "1"),
                ("Priorities:Normal", "0"),
                ("Priorities:Low", "3"),
                ("ListShare", "0.25"),
                ("MaxListSize", "8"),
                ("NewTextShare", "0.75"),
                ("PopularTexts", "5"),
                ("ZipfExponent", "1.2")).Mix);

    [Fact]
    public void All_other_settings_are_read()
    {
        var options = Read(("Seed", "-3"), ("MaxInFlight", "7"), ("Deadline", "1.5"));

        Assert.Equal((-3, 7, TimeSpan.FromMilliseconds(1500)), (options.Seed, options.MaxInFlight, options.Deadline));
    }

    [Theory]
    [InlineData("RequestsPerSecond", "-1", "0 to 10000")]
    [InlineData("RequestsPerSecond", "10001", "0 to 10000")]
    [InlineData("RequestsPerSecond", "NaN", "0 to 10000")]
    [InlineData("RequestsPerSecond", "fast", "0 to 10000")]
    [InlineData("Arrivals", "weibull", "poisson, constant")]
    [InlineData("Profile", "storm", "steady, wave, burst, overload")]
    [InlineData("Profile", "1", "steady, wave, burst, overload")]
    [InlineData("Wave:Period", "9s", "10 to 86400 seconds")]
    [InlineData("Wave:Period", "soon", "a time such as")]
    [InlineData("Wave:Amplitude", "1.01", "0 to 1")]
    [InlineData("Wave:Amplitude", "-0.1", "0 to 1")]
    [InlineData("Burst:Factor", "0.5", "1 to 100")]
    [InlineData("Burst:Length", "10ms", "0.1 to 3600 seconds")]
    [InlineData("Burst:Length", "1m", "less than Traffic:Burst:Every")]
    [InlineData("Burst:Every", "25h", "1 to 86400 seconds")]
    [InlineData("Overload:Factor", "101", "1 to 100")]
    [InlineData("Models:m", "-1", "0 to 1000000")]
    [InlineData("Models:m", "much", "0 to 1000000")]
    [InlineData("Priorities:High", "-1", "0 to 1000000")]
    [InlineData("ListShare", "2", "0 to 1")]
    [InlineData("MaxListSize", "1", "2 to 256")]
    [InlineData("MaxListSize", "2.5", "whole number")]
    [InlineData("NewTextShare", "half", "0 to 1")]
    [InlineData("PopularTexts", "0", "1 to 100000")]
    [InlineData("ZipfExponent", "4", "0 to 3")]
    [InlineData("Seed", "1.5", "whole number")]
    [InlineData("MaxInFlight", "0", "1 to 10000")]
    [InlineData("Deadline", "0", "0.1 to 60")]
    [InlineData("Deadline", "61s", "0.1 to 60")]
    public void A_bad_setting_is_named_with_what_it_may_be(string key, string value, string allowed)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read((key, value)));

        Assert.Contains($"Traffic:{key} is '", error.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peak_beyond_the_limit_is_named_with_the_profile_that_reaches_it()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(("RequestsPerSecond", "10000"), ("Profile", "overload"), ("Overload:Factor", "11")));

        Assert.Contains("overload reaches 110000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Priorities_need_a_weight_above_0() =>
        Assert.Contains(
            "Traffic:Priorities are all 0",
            Assert.Throws<InvalidOperationException>(() => Read(("Priorities:High", "0"), ("Priorities:Normal", "0"), ("Priorities:Low", "0"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_unknown_priority_is_named() =>
        Assert.Contains(
            "Traffic:Priorities:Urgent is no priority",
            Assert.Throws<InvalidOperationException>(() => Read(("Priorities:Urgent", "1"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Weights_are_equal_by_value_so_that_a_reload_without_a_change_is_none()
    {
        Assert.Equal(Read(("Models:a", "1"), ("Models:b", "2")), Read(("Models:b", "2"), ("Models:a", "1")));
        Assert.NotEqual(Read(("Models:a", "1")), Read(("Models:a", "2")));
        Assert.NotEqual(Read(("Models:a", "1")), Read());
    }

    private static TrafficOptions Read(params (string Key, string Value)[] settings) =>
        TrafficOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Traffic:" + s.Key, (string?)s.Value))).Build());
}
