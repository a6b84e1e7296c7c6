using System.Diagnostics;
using System.Text.Json.Nodes;
using Aspire.Hosting.GraphReport;

namespace Aspire.Hosting.Tests.GraphReport;

public sealed class AppHostStateFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kthena-state-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => Path.Join(_folder.FullName, "apphost.json");

    private AppHostStateFile StateFile => new(_folder.FullName);

    [Fact]
    public async Task It_names_this_process_its_start_and_its_address_to_its_owner_only()
    {
        await StateFile.WriteAsync("http://127.0.0.1:1234", Cancellation);

        var state = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File, Cancellation))!;
        using var self = Process.GetCurrentProcess();
        Assert.Equal((Environment.ProcessId, "http://127.0.0.1:1234"), ((int)state["pid"]!, (string?)state["url"]));
        Assert.Equal(self.StartTime.ToUniversalTime(), (DateTime)state["startedAt"]!);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task A_graph_that_runs_from_the_same_folder_is_named()
    {
        using var other = Process.Start("sleep", "600");
        try
        {
            Write(other.Id, other.StartTime.ToUniversalTime());

            var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => StateFile.EnsureUnusedAsync(Cancellation));

            Assert.Contains($"process {other.Id}", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync(Cancellation);
        }
    }

    [Fact]
    public async Task A_process_that_only_got_the_same_id_is_no_graph()
    {
        using var other = Process.Start("sleep", "600");
        try
        {
            Write(other.Id, other.StartTime.ToUniversalTime().AddMinutes(-1));

            await StateFile.EnsureUnusedAsync(Cancellation);
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync(Cancellation);
        }
    }

    [Theory]
    [InlineData("""{"pid":2147483647,"startedAt":"2026-01-01T00:00:00Z","url":"http://127.0.0.1:1"}""")]
    [InlineData("""{"pid":12""")]
    [InlineData("")]
    public async Task What_a_killed_graph_left_does_not_count(string left)
    {
        await System.IO.File.WriteAllTextAsync(File, left, Cancellation);

        await StateFile.EnsureUnusedAsync(Cancellation);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(int pid, DateTime startedAt)
        => System.IO.File.WriteAllText(File, new JsonObject { ["pid"] = pid, ["startedAt"] = startedAt, ["url"] = "http://127.0.0.1:1" }.ToJsonString());
}
