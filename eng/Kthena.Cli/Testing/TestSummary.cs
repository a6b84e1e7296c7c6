namespace Kthena.Cli.Testing;

/// <summary>What a test project measured, as it wants it to be read: the file <c>summary.txt</c> beside its results.</summary>
internal static class TestSummary
{
    /// <summary>Null when the project left none.</summary>
    public static string? Read(string resultsRoot, TestProject project)
    {
        var file = Path.Combine(resultsRoot, project.Name, "summary.txt");
        return File.Exists(file) ? File.ReadAllText(file).TrimEnd() : null;
    }
}
