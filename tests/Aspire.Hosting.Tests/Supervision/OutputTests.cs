using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Tests.Supervision;

public sealed class OutputTests
{
    [Fact]
    public async Task Lines_come_in_order_with_their_stream()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("echo one; echo; printf 'two\\r\\nno end'; echo trouble >&2");
        var lines = await Graph.ReadAllAsync(process).WithinBound();
        Assert.Equal(["one", "", "two", "no end"], lines.Where(line => !line.IsError).Select(line => line.Text));
        Assert.Equal([new OutputLine("trouble", IsError: true)], lines.Where(line => line.IsError));
    }

    [Fact]
    public async Task A_line_arrives_before_the_process_ends()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("echo ready; sleep 600");
        Assert.Equal("ready", await Graph.ReadLineAsync(process));
        Assert.False(process.Exited.IsCompleted);
    }

    [Fact]
    public async Task A_flood_that_nobody_reads_stops_nothing_and_keeps_the_newest_lines()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("seq 1 100000; echo last");
        Assert.Equal(0, await process.Exited.WithinBound());
        await Condition.IsMetAsync(() => process.Output.Completion.IsCompleted || process.Output.Count == 4096, "the channel is bounded");
        var others = await graph.RunAsync("echo still alive");
        Assert.Equal("still alive", await Graph.ReadLineAsync(others));
        var lines = await Graph.ReadAllAsync(process).WithinBound();
        Assert.True(lines.Count is > 1000 and <= 2 * 4096, $"{lines.Count} lines");
        Assert.Equal(["99999", "100000", "last"], lines.TakeLast(3).Select(line => line.Text));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_replaced()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("printf 'a\\377b\\nc\\000d\\n'");
        Assert.Equal(["a\uFFFDb", "c\0d"], (await Graph.ReadAllAsync(process).WithinBound()).Select(line => line.Text));
    }

    [Fact]
    public async Task A_line_without_end_is_cut()
    {
        await using var graph = await Graph.StartAsync();
        var process = await graph.RunAsync("head -c 1000000 /dev/zero | tr '\\0' x");
        var lines = await Graph.ReadAllAsync(process).WithinBound();
        Assert.Equal(1_000_000, lines.Sum(line => line.Text.Length));
        Assert.All(lines, line => Assert.InRange(line.Text.Length, 1, 8192));
    }
}
