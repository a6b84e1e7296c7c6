using System.Runtime.CompilerServices;

namespace Aspire.Hosting.Runtime;

/// <summary>
/// Where a graph keeps what it writes: <c>.state</c> beside the AppHost's folder (<c>Stack:State</c> names another one), with one
/// folder per run in <c>runs/</c>, and <c>data/</c> for what outlives a run.
/// </summary>
internal sealed class StateFolder
{
    public const string ConfigurationKey = "Stack:State";

    private const int RunsKept = 3;

    private static readonly ConditionalWeakTable<IDistributedApplicationBuilder, StateFolder> s_folders = [];

    private readonly Lazy<string> _run;

    private StateFolder(string root, TimeProvider timeProvider)
    {
        Root = root;
        _run = new Lazy<string>(() => NewRun(timeProvider));
    }

    public string Root { get; }

    public static StateFolder For(IDistributedApplicationBuilder builder) => s_folders.GetValue(builder, static b => new StateFolder(
        Path.GetFullPath(b.Configuration[ConfigurationKey] ?? Path.Join("..", ".state"), b.AppHostDirectory), TimeProvider.System));

    /// <summary>A resource's folder in this run.</summary>
    public string OfThisRun(string resource) => Directory.CreateDirectory(Path.Join(_run.Value, resource)).FullName;

    /// <summary>A resource's folder that later runs find again.</summary>
    public string Lasting(string resource) => Directory.CreateDirectory(Path.Join(Root, "data", resource)).FullName;

    private string NewRun(TimeProvider timeProvider)
    {
        var runs = Directory.CreateDirectory(Path.Join(Root, "runs"));
        foreach (var old in runs.GetDirectories().OrderByDescending(run => run.Name, StringComparer.Ordinal).Skip(RunsKept - 1))
        {
            if (!IsInUse(old)) old.Delete(recursive: true);
        }

        var run = runs.CreateSubdirectory($"{timeProvider.GetUtcNow():yyyyMMdd-HHmmss-fff}-{Environment.ProcessId}");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(run.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        PointTo(run);
        return run.FullName;
    }

    // 'latest' leads to the newest run, wherever the folder is moved.
    private void PointTo(DirectoryInfo run)
    {
        var latest = Path.Join(Root, "latest");
        File.Delete(latest);
        Directory.CreateSymbolicLink(latest, Path.Join("runs", run.Name));
    }

    private static bool IsInUse(DirectoryInfo run)
        => int.TryParse(run.Name.AsSpan(run.Name.LastIndexOf('-') + 1), out var processId) && Directory.Exists($"/proc/{processId}");
}
