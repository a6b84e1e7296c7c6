using Aspire.Hosting.Terminal;

namespace Aspire.Hosting.Tests.Terminal;

public class LogEntryTests
{
    [Theory]
    [InlineData("bind: address already in use", "bind: address already in use")]
    [InlineData("""{"LogLevel":"Information","Message":"started"}""", null)]
    [InlineData("""{"LogLevel":"Critical","Message":"The model is corrupt."}""", "The model is corrupt.")]
    [InlineData("{ unbalanced", "{ unbalanced")]
    public void An_error_is_found_in_plain_text_and_in_json(string line, string? error) => Assert.Equal(error, LogEntry.FindError(line));
}
