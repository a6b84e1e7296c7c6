namespace Kthena.SampleModelServer.Telemetry.Custom;

/// <summary>The file of the custom metrics is wrong.</summary>
/// <param name="problems">All that is wrong, each <c>path:line:column: what; how to mend it</c>, in the order of the file.</param>
internal sealed class CustomMetricsException(IReadOnlyList<string> problems) : SettingsException(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems => problems;
}
