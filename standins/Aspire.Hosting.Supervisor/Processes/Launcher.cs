using System.Diagnostics;

namespace Aspire.Hosting.Supervisor.Processes;

/// <summary>
/// Starts programs through <c>setsid</c> (own session: the terminal's Ctrl+C and hang-up do not reach them) and
/// <c>setpriv --pdeathsig KILL</c> (they die with the supervisor), both of util-linux. Each executes the next, so the process id stays.
/// </summary>
internal static class Launcher
{
    private static readonly string[] s_newSession = Find("setsid") is { } path ? [path] : [];
    private static readonly string[] s_dieWithParent = Find("setpriv") is { } path ? [path, "--pdeathsig", "KILL"] : [];

    /// <summary>A command line that runs <paramref name="command"/> in a session of its own.</summary>
    public static ProcessStartInfo InNewSession(IEnumerable<string> command) => Describe([.. s_newSession, .. command]);

    /// <summary>Like <see cref="InNewSession"/>, and the process dies when the calling thread does.</summary>
    public static ProcessStartInfo DyingWithParent(IEnumerable<string> command) => InNewSession([.. s_dieWithParent, .. command]);

    /// <summary>First executable of that name on PATH.</summary>
    public static string? FindOnPath(string name, string? path)
        => path?.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, name))
            .FirstOrDefault(file => File.Exists(file) && NativeMethods.IsExecutable(file));

    private static ProcessStartInfo Describe(string[] command) => new(command[0], command.Skip(1))
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    private static string? Find(string tool)
    {
        var path = FindOnPath(tool, Environment.GetEnvironmentVariable("PATH") + ":/usr/bin:/bin");
        // BusyBox's setpriv knows no --pdeathsig.
        return path is not null && tool == "setpriv" && File.ResolveLinkTarget(path, returnFinalTarget: true)?.Name == "busybox" ? null : path;
    }
}
