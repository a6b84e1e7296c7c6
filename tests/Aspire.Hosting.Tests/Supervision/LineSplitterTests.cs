using System.Text;
using Aspire.Hosting.Supervisor.Output;

namespace Aspire.Hosting.Tests.Supervision;

public sealed class LineSplitterTests
{
    [Fact]
    public void Chunks_may_end_anywhere()
    {
        var text = "grün\r\n\n😀 end\nrest";
        var splitter = new LineSplitter();
        List<string> lines = [];
        foreach (var single in Encoding.UTF8.GetBytes(text)) lines.AddRange(splitter.Append([single]));
        lines.AddRange(splitter.Complete());
        Assert.Equal(["grün", "", "😀 end", "rest"], lines);
    }

    [Fact]
    public void A_long_line_is_cut_between_characters()
    {
        var splitter = new LineSplitter();
        var lines = splitter.Append(Encoding.UTF8.GetBytes("x" + string.Concat(Enumerable.Repeat("😀", LineSplitter.MaximumLength)) + "\n"));
        Assert.Equal(2 * LineSplitter.MaximumLength + 1, lines.Sum(line => line.Length));
        Assert.All(lines, line => Assert.False(char.IsLowSurrogate(line[0]) || char.IsHighSurrogate(line[^1])));
    }

    [Fact]
    public void A_character_that_breaks_off_at_the_end_is_replaced()
    {
        var splitter = new LineSplitter();
        Assert.Empty(splitter.Append("ä"u8[..1]));
        Assert.Equal(["\uFFFD"], splitter.Complete());
    }
}
