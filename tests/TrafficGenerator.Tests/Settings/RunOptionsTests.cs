using Kthena.TrafficGenerator.Settings;
using Kthena.TrafficGenerator.Tests.Service;
using Microsoft.Extensions.Configuration;

namespace Kthena.TrafficGenerator.Tests.Settings;

public sealed class RunOptionsTests
{
    [Fact]
    public void Without_configuration_it_runs_until_stopped() =>
        Assert.Equal(new RunOptions(null, null, TimeSpan.FromSeconds(30), null, TimeSpan.FromMinutes(1)), Read());

    [Fact]
    public void All_settings_are_read()
    {
        var file = Path.Combine(Path.GetTempPath(), "report.json");

        Assert.Equal(
            new RunOptions(new Uri("http://127.0.0.1:8000"), TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(5), file, TimeSpan.Zero),
            Read(("Server", "http://127.0.0.1:8000"), ("Duration", "1.5m"), ("ServerTimeout", "5s"), ("Report", file), ("ReportInterval", "0")));
    }

    [Theory]
    [InlineData("Server", "127.0.0.1:8000", "http://127.0.0.1:8000")]
    [InlineData("Server", "ftp://127.0.0.1", "http://127.0.0.1:8000")]
    [InlineData("Server", "http://name:secret@127.0.0.1", "http://127.0.0.1:8000")]
    [InlineData("Duration", "0", "0.1 to 86400 seconds")]
    [InlineData("Duration", "25h", "0.1 to 86400 seconds")]
    [InlineData("Duration", "long", "a time such as")]
    [InlineData("ServerTimeout", "2h", "0.1 to 3600 seconds")]
    [InlineData("Report", "/no/such/directory/report.json", "a file in a directory that exists")]
    [InlineData("Report", "/", "a file in a directory that exists")]
    [InlineData("ReportInterval", "10ms", "0 (never) or at least 100ms")]
    [InlineData("ReportInterval", "-1s", "0 to 86400 seconds")]
    public void A_bad_setting_is_named_with_what_it_may_be(string key, string value, string allowed)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read((key, value)));

        Assert.Contains($"Traffic:{key} is '{value}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_setting_stops_the_start() =>
        Assert.ThrowsAny<InvalidOperationException>(() => Generator.Start("http://127.0.0.1:1", ("RequestsPerSecond", "fast")));

    private static RunOptions Read(params (string Key, string Value)[] settings) =>
        RunOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Traffic:" + s.Key, (string?)s.Value))).Build());
}
