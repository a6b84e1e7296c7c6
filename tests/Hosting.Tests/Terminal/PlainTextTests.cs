using Aspire.Hosting.Terminal;

namespace Aspire.Hosting.Tests.Terminal;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("\n\n  error  \nmore", "error")]
    [InlineData("\u001b[31mred\u001b[0m text\u001b[2J", "red text")]
    [InlineData("\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("a\tb\rc", "a b c")]
    [InlineData("  \n", null)]
    [InlineData(null, null)]
    public void A_line_can_neither_move_the_cursor_nor_change_colours(string? text, string? line) => Assert.Equal(line, PlainText.FirstLine(text));

    [Fact]
    public void A_log_line_loses_its_time_stamp()
        => Assert.Equal("bind: address in use", PlainText.LogContent("2026-01-01T12:00:00.1234567Z bind: address in use"));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("abcd", 1, "a")]
    [InlineData("abcd", 0, "")]
    public void Cropping_shows_that_something_is_missing(string text, int width, string cropped) => Assert.Equal(cropped, PlainText.Crop(text, width));
}
