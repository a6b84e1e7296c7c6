namespace Aspire.Hosting.Orchestration.Containers;

/// <summary>How to find the containers of a graph: <c>docker ps --filter label=aspire.resource</c>.</summary>
internal static class ContainerLabels
{
    public const string Resource = "aspire.resource";

    /// <summary>The AppHost that started it.</summary>
    public const string AppHostProcess = "aspire.apphost.pid";
}
