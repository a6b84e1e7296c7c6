using System.Diagnostics;
using System.Runtime.InteropServices;
using Aspire.Hosting.Supervisor;
using Aspire.Hosting.Supervisor.Processes;

namespace Aspire.Hosting.Supervision;

/// <summary>How to start the supervisor: its program lies beside this assembly, and the .NET that runs this process runs it too.</summary>
internal static class SupervisorProgram
{
    public static ProcessStartInfo Describe()
    {
        var assembly = typeof(ProcessSupervisor).Assembly.Location;
        if (!File.Exists(Path.ChangeExtension(assembly, ".runtimeconfig.json")))
            throw new FileNotFoundException($"The supervisor's program is incomplete beside '{assembly}': build the project again.", assembly);
        // A session of its own: what kills the AppHost's whole process group must not take the supervisor along.
        return Launcher.InNewSession([FindDotnet(), "exec", assembly]);
    }

    private static string FindDotnet()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        string?[] candidates =
        [
            Path.Combine(root, "dotnet"),
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } path ? Path.Combine(path, "dotnet") : null,
            Launcher.FindOnPath("dotnet", Environment.GetEnvironmentVariable("PATH")),
        ];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("The supervisor needs the 'dotnet' executable: put it on PATH or set DOTNET_ROOT.", "dotnet");
    }
}
