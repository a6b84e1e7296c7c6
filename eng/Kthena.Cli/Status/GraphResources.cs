namespace Kthena.Cli.Status;

/// <summary>The AppHost's answer to <c>GET /resources</c>, and the form of <c>./kthena status --json</c>.</summary>
internal sealed record GraphResources(IReadOnlyList<GraphResource> Resources);

/// <summary>One resource of the running graph.</summary>
/// <param name="Name">The name in the graph.</param>
/// <param name="Kind">What it is, such as <c>Project</c>, <c>Executable</c>, <c>Container</c>.</param>
/// <param name="State">Aspire's resource state, such as <c>Running</c>.</param>
/// <param name="Health">Its health, or null where it has no check.</param>
/// <param name="Urls">Its endpoints by name.</param>
/// <param name="Pid">Its process, or null where it has none.</param>
/// <param name="StartSeconds">From the AppHost's start to healthy, in seconds, or null while it is not.</param>
internal sealed record GraphResource(
    string Name, string? Kind, string? State, string? Health, IReadOnlyDictionary<string, string>? Urls, int? Pid, double? StartSeconds);
