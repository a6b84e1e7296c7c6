using System.Globalization;

namespace Kthena.SampleModelServer.Tests;

public sealed class ThreadNicenessTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Threads_that_compute_step_back_behind_those_of_connections()
    {
        using var answer = await server.ClassifyAsync("a text");

        // Servers of other tests may just be starting theirs.
        await Eventually.Async(() => Task.FromResult(
            Computing() is { Count: > 0 } computing && computing.TrueForAll(nice => nice == Math.Min(19, Nice("/proc/self")!.Value + 10))));
    }

    private static List<int?> Computing() =>
    [
        .. Directory.EnumerateDirectories("/proc/self/task")
            .Where(thread => Read(thread, "comm").StartsWith("inference-", StringComparison.Ordinal)).Select(Nice).Where(nice => nice is not null),
    ];

    // proc_pid_stat(5): the 19th field; the second, a name in parentheses, may have spaces.
    private static int? Nice(string thread) => Read(thread, "stat") is { Length: > 0 } stat
        ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture)
        : null;

    private static string Read(string thread, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, file));
        }
        catch (IOException)
        {
            return ""; // a thread that ended meanwhile
        }
    }
}
