namespace Aspire.Hosting;

/// <summary>The switches of an AppHost, as the real package maps them.</summary>
internal static class CommandLine
{
    public static Dictionary<string, string> SwitchMappings { get; } = new()
    {
        ["--operation"] = "AppHost:Operation",
        ["--publisher"] = "Publishing:Publisher",
        ["--output-path"] = "Pipeline:OutputPath",
        ["--step"] = "Pipeline:Step",
        ["--log-level"] = "Pipeline:LogLevel",
    };
}
