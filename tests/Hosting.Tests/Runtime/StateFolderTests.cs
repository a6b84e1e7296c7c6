using Aspire.Hosting.Runtime;

namespace Aspire.Hosting.Tests.Runtime;

public class StateFolderTests
{
    [Fact]
    public void A_run_belongs_to_its_owner_only()
    {
        using var graph = new TestGraph();

        var resource = new DirectoryInfo(StateFolder.For(graph.Builder).OfThisRun("prometheus"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, resource.Parent!.UnixFileMode);
    }

    [Fact]
    public void Old_runs_go_but_not_those_still_in_use()
    {
        using var graph = new TestGraph();
        var runs = Directory.CreateDirectory(Path.Join(graph.Folder, "state", "runs"));
        var unused = int.MaxValue; // above the kernel's highest process id
        foreach (var name in new[] { $"20200101-000000-000-{unused}", $"20200102-000000-000-{Environment.ProcessId}", $"20200103-000000-000-{unused}", $"20200104-000000-000-{unused}" })
            runs.CreateSubdirectory(name);

        StateFolder.For(graph.Builder).OfThisRun("prometheus");

        var left = runs.GetDirectories().Select(run => run.Name[..8]).Order().ToArray();
        Assert.Equal(["20200102", "20200103", "20200104"], left[..3]);
        Assert.Equal(4, left.Length);
    }
}
