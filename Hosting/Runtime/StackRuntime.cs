using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Runtime;

/// <summary>
/// Decides, once per builder, what carries the tools of the graph: containers or processes. Publishing is containers, always;
/// a run follows <c>Stack:Runtime</c> (<c>auto</c>, <c>containers</c>, <c>processes</c>).
/// </summary>
internal sealed class StackRuntime
{
    public const string ConfigurationKey = "Stack:Runtime";

    private static readonly ConditionalWeakTable<IDistributedApplicationBuilder, StackRuntime> s_decisions = [];

    private readonly ConfigurationManager _configuration;
    private readonly ToolLocator _tools;

    private StackRuntime(IDistributedApplicationBuilder builder)
    {
        _configuration = builder.Configuration;
        (UsesContainers, Reason) = Decide(builder);
        _tools = ToolLocator.For(builder);
        State = StateFolder.For(builder);
        ListenAddress = UsesContainers && !SharesTheHostsNetwork(builder) ? "0.0.0.0" : "127.0.0.1";
    }

    public bool UsesContainers { get; }

    /// <summary>Why containers or processes were chosen, in words for a person.</summary>
    public string Reason { get; }

    public StateFolder State { get; }

    /// <summary>The address a tool binds to: loopback, or every address of a container that has a network of its own.</summary>
    public string ListenAddress { get; }

    public static StackRuntime For(IDistributedApplicationBuilder builder)
        => s_decisions.GetValue(builder, static b => new StackRuntime(b));

    /// <summary>What carries a tool of the graph.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="hasStandIn">Whether something else can take its place: where there is no binary, or where <c>{tool}:Enabled</c> is false.</param>
    /// <exception cref="DistributedApplicationException">The setting is neither true nor false.</exception>
    public ToolCarrier CarrierOf(Tool tool, bool hasStandIn) => hasStandIn && (!IsEnabled(tool) || (!UsesContainers && Find(tool.Binary) is null))
        ? ToolCarrier.StandIn
        : UsesContainers ? ToolCarrier.Container : ToolCarrier.Process;

    /// <summary>The path of a tool's binary.</summary>
    /// <exception cref="DistributedApplicationException">The tool is neither in <c>.tools/bin</c> nor on PATH.</exception>
    public string Require(string tool) => _tools.Find(tool)
        ?? throw new DistributedApplicationException(
            $"'{tool}' is missing. The graph runs it as a process because {Reason}. Get it with: ./kthena setup");

    public string? Find(string tool) => _tools.Find(tool);

    private bool IsEnabled(Tool tool)
    {
        var key = $"{tool.Name}:Enabled";
        var setting = _configuration[key];
        if (string.IsNullOrEmpty(setting)) return true;
        return bool.TryParse(setting, out var isEnabled)
            ? isEnabled
            : throw new DistributedApplicationException($"{key} is '{setting}': give true or false.");
    }

    private static (bool UsesContainers, string Reason) Decide(IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
            return (true, "publishing is always containers");

        var choice = builder.Configuration[ConfigurationKey] ?? "auto";
        return choice.ToLowerInvariant() switch
        {
            "containers" => (true, $"{ConfigurationKey}=containers"),
            "processes" => (false, $"{ConfigurationKey}=processes"),
            "auto" or "" => ContainerEngine.For(builder.Configuration).Ask(),
            _ => throw new DistributedApplicationException(
                $"{ConfigurationKey}={choice} is not known. Use auto, containers or processes."),
        };
    }

    // Containers that reach the host as 'localhost' are on its network, so a wildcard there would be the host's own.
    private static bool SharesTheHostsNetwork(IDistributedApplicationBuilder builder)
        => builder.Configuration["AppHost:ContainerHostname"] is "localhost" or "127.0.0.1";
}
