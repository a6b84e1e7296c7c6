using Kthena.GpuExporter.Software;

namespace Kthena.GpuExporter.Tests;

public sealed class ExpositionReaderTests
{
    [Fact]
    public void Samples_are_read_with_labels_escapes_and_time_stamps()
    {
        var samples = Read("""
            # HELP a Of no interest.
            # TYPE a gauge
            a 1
            a{x="1"} -2.5e3 1395066363000
            a{ x="a \"b\" \\ {c} \n", y="" , } +Inf
            ab 7
            other{broken} x
            """);

        Assert.Equal([1, -2500, double.PositiveInfinity], samples.Select(sample => sample.Value));
        Assert.Equal(("1", "a \"b\" \\ {c} \n", ""), (samples[1].Labels["x"], samples[2].Labels["x"], samples[2].Labels["y"]));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a one")]
    [InlineData("a 1 2 3")]
    [InlineData("a{x=1} 1")]
    [InlineData("a{x=\"1\" y=\"2\"} 1")]
    [InlineData("a{x=\"1} 1")]
    [InlineData("a{x=\"1\"")]
    [InlineData("a{x=\"\\t\"} 1")]
    [InlineData("a{x} 1")]
    public void A_line_that_is_not_in_the_format_is_named(string line)
    {
        var error = Assert.Throws<FormatException>(() => Read(line));

        Assert.Contains(line, error.Message, StringComparison.Ordinal);
    }

    private static List<Sample> Read(string text) => [.. ExpositionReader.Read(text, new HashSet<string> { "a" })];
}
