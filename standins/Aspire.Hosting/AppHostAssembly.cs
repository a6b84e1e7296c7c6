using System.Reflection;

namespace Aspire.Hosting;

/// <summary>What the AppHost's build left in its assembly's metadata.</summary>
internal static class AppHostAssembly
{
    public static string? Metadata(Assembly? assembly, string key) => assembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => string.Equals(a.Key, key, StringComparison.OrdinalIgnoreCase))?.Value is { Length: > 0 } value ? value : null;

    /// <summary>The built assembly of a project, as the build knew it; null when the project is no reference of the AppHost.</summary>
    public static string? ProjectOutput(Assembly? assembly, string projectPath) =>
        Metadata(assembly, $"AspireProjectOutput:{Path.GetFullPath(projectPath)}");
}
