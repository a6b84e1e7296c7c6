using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Logs;

namespace Aspire.Hosting.Tests.Logs;

public sealed class LogFileTests : IDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kthena-logs-");

    [Fact]
    public async Task What_a_resource_writes_is_in_its_file_of_the_latest_run()
    {
        using var graph = new TestGraph();
        graph.Builder.AddExecutable("talker", "sh", graph.Folder, "-c", "echo to stdout; echo to stderr >&2");
        graph.Builder.AddLogFiles();
        await using var app = graph.Builder.Build();

        await app.StartAsync(TestContext.Current.CancellationToken).WaitAsync(s_bound, TestContext.Current.CancellationToken);
        await app.ResourceNotifications.WaitForResourceAsync("talker", KnownResourceStates.Finished, TestContext.Current.CancellationToken)
            .WaitAsync(s_bound, TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken).WaitAsync(s_bound, TestContext.Current.CancellationToken);

        var lines = await File.ReadAllLinesAsync(Path.Join(graph.Folder, "state", "latest", "logs", "talker.log"), TestContext.Current.CancellationToken);
        Assert.Contains("to stdout", lines);
        Assert.Contains("to stderr", lines);
    }

    [Fact]
    public async Task A_full_file_makes_room_and_keeps_its_predecessor()
    {
        var path = Path.Join(_folder.FullName, "x.log");
        await using (var file = new BoundedLogFile(path))
        {
            var line = new LogLine(1, $"2026-01-01T00:00:00.0000000Z {new string('x', 1 << 20)}", IsErrorMessage: false);
            for (var written = 0; written < 25; written++) await file.WriteAsync([line]);
        }

        Assert.InRange(new FileInfo(path).Length, 1, BoundedLogFile.Capacity);
        Assert.InRange(new FileInfo(path + ".1").Length, BoundedLogFile.Capacity, BoundedLogFile.Capacity + (2 << 20));
        Assert.Equal(2, _folder.GetFiles().Length);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
