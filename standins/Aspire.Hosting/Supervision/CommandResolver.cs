using Aspire.Hosting.Supervisor.Processes;

namespace Aspire.Hosting.Supervision;

/// <summary>Finds the executable of a command, or says what is wrong before anything is started.</summary>
internal static class CommandResolver
{
    public static string Resolve(ProcessSpec spec)
    {
        if (!Directory.Exists(spec.WorkingDirectory))
            throw new DirectoryNotFoundException($"'{spec.Name}' cannot start: its working directory '{spec.WorkingDirectory}' does not exist.");
        return spec.Command.Contains('/', StringComparison.Ordinal) ? ResolvePath(spec) : ResolveName(spec);
    }

    private static string ResolvePath(ProcessSpec spec)
    {
        var path = Path.GetFullPath(spec.Command, Path.GetFullPath(spec.WorkingDirectory));
        if (Directory.Exists(path)) throw new UnauthorizedAccessException($"'{spec.Name}' cannot start: '{path}' is a directory, not an executable.");
        if (!File.Exists(path)) throw new FileNotFoundException($"'{spec.Name}' cannot start: the command '{path}' does not exist.", path);
        return NativeMethods.IsExecutable(path)
            ? path
            : throw new UnauthorizedAccessException($"'{spec.Name}' cannot start: permission to execute '{path}' is denied (chmod +x makes it executable).");
    }

    private static string ResolveName(ProcessSpec spec)
    {
        var path = spec.Environment.TryGetValue("PATH", out var own) ? own : Environment.GetEnvironmentVariable("PATH");
        return Launcher.FindOnPath(spec.Command, path)
            ?? throw new FileNotFoundException($"'{spec.Name}' cannot start: the command '{spec.Command}' is not on PATH.", spec.Command);
    }
}
