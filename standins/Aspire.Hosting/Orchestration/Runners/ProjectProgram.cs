using System.Reflection;

namespace Aspire.Hosting.Orchestration.Runners;

/// <summary>The built program of a project: its own executable, or <c>dotnet</c> with its assembly.</summary>
internal sealed record ProjectProgram(string Command, IReadOnlyList<string> Arguments)
{
    /// <exception cref="DistributedApplicationException">The project is not built, or not known to the build.</exception>
    public static ProjectProgram Find(Assembly? appHost, string resource, string projectPath)
    {
        var assembly = AppHostAssembly.ProjectOutput(appHost, projectPath) ?? throw new DistributedApplicationException(
            $"Project '{resource}' cannot start: '{projectPath}' is no project reference of the AppHost, so nothing builds it. Add a ProjectReference to the AppHost's project.");
        if (!File.Exists(assembly))
            throw new DistributedApplicationException($"Project '{resource}' cannot start: '{assembly}' is missing. Build the AppHost's project again.");

        var executable = OperatingSystem.IsWindows() ? Path.ChangeExtension(assembly, ".exe") : Path.ChangeExtension(assembly, null);
        return File.Exists(executable) ? new(executable, []) : new(DotNet.Host, ["exec", assembly]);
    }
}

/// <summary>The .NET that runs this process.</summary>
internal static class DotNet
{
    // <root>/shared/Microsoft.NETCore.App/<version>/
    public static string Root { get; } = Path.GetFullPath(Path.Join(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static string Host { get; } = Path.Join(Root, "dotnet") is var host && File.Exists(host) ? host : "dotnet";
}
