using System.Reflection;

namespace Kthena.Bench.ModelServer.Processes;

/// <summary>Where the build left things.</summary>
internal static class Built
{
    /// <summary>The folder that pins the npm packages.</summary>
    public static string ModelSource => Path("ModelSource");

    /// <summary>The folder that they were installed in.</summary>
    public static string ModelFolder => Path("ModelFolder");

    private static string Path(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
