namespace Kthena.Cli.Tests.Script;

/// <summary>
/// A checkout of its own with the real scripts, on a machine of its own: PATH has the usual utilities and what the test puts there.
/// </summary>
public sealed class Checkout : IDisposable
{
    private static readonly string[] s_utilities =
    [
        "awk", "basename", "cat", "chmod", "cksum", "cp", "cut", "date", "dirname", "find", "flock", "grep", "id", "ln", "mkdir", "mktemp", "mv", "readlink",
        "rm", "sed", "sh", "sleep", "sort", "timeout", "touch", "tr", "uname",
    ];

    private readonly TemporaryFolder _folder = new();

    public Checkout()
    {
        foreach (var file in (string[])["kthena", "eng/tools.min", .. ScriptsIn("eng/lib"), .. ScriptsIn("eng/verbs")])
        {
            var copy = _folder.Write("repo/" + file, "");
            File.Copy(System.IO.Path.Combine(Repository.Root, file), copy, overwrite: true);
        }

        Directory.CreateDirectory(_folder.Combine("bin"));
        foreach (var utility in s_utilities)
            File.CreateSymbolicLink(_folder.Combine("bin", utility), Which(utility));
    }

    /// <summary>The root of the checkout.</summary>
    public string Root => _folder.Combine("repo");

    /// <summary>Another folder on the same machine.</summary>
    public string Elsewhere => Directory.CreateDirectory(_folder.Combine("elsewhere")).FullName;

    /// <summary>Puts a command on PATH.</summary>
    public void Install(string command, string body)
    {
        // Some are links to the real ones, which a write would follow.
        File.Delete(_folder.Combine("bin", command));
        _folder.WriteScript("bin/" + command, body);
    }

    /// <summary>Puts a tool on PATH that only tells its version, as Prometheus' tools do.</summary>
    public void InstallTool(string command, string version) => Install(command, $"echo '{command}, version {version} (branch: test)'");

    public string Write(string name, string content) => _folder.Write("repo/" + name, content);

    public bool Exists(string name) => System.IO.Path.Exists(System.IO.Path.Combine(Root, name));

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Root, name));

    /// <summary>Runs <c>./kthena</c>.</summary>
    public Task<ProcessRun> KthenaAsync(params string[] arguments) => RunAsync(System.IO.Path.Combine(Root, "kthena"), arguments);

    /// <summary>Runs some lines with the functions of files in <c>eng/lib</c>.</summary>
    public Task<ProcessRun> ShellAsync(string libraries, string lines) =>
        RunAsync(_folder.Combine("bin", "sh"),
            ["-euc", string.Join('\n', [$"KTHENA_ROOT='{Root}'", .. libraries.Split(' ').Select(l => $". '{Root}/eng/lib/{l}.sh'"), lines])]);

    /// <summary>Runs any command on this machine.</summary>
    public Task<ProcessRun> RunAsync(string file, IEnumerable<string> arguments) =>
        ProcessRun.OfAsync(file, arguments, Elsewhere, new Dictionary<string, string>
        {
            ["PATH"] = _folder.Combine("bin"),
            ["DOTNET_ROOT"] = _folder.Combine("none"),
            ["DEBIAN_KEYRING"] = _folder.Write("keyring.gpg", ""),
            ["TMPDIR"] = _folder.Path,
        });

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> ScriptsIn(string folder) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*.sh").Select(f => $"{folder}/{System.IO.Path.GetFileName(f)}");

    private static string Which(string utility) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(p => System.IO.Path.Combine(p, utility)).First(File.Exists);
}
