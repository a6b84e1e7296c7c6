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

    [Theory]
    [InlineData("   at System.Threading.Thread.StartCallback()", true)]
    [InlineData("at Kthena.Server.Run(System.String) in /src/Server.cs:line 7", true)]
    [InlineData("Process terminated. out of memory", false)]
    [InlineData("at least one model is missing", false)]
    public void A_line_of_a_stack_trace_is_no_reason(string line, bool isFrame) => Assert.Equal(isFrame, LogEntry.IsStackFrame(line));
}
