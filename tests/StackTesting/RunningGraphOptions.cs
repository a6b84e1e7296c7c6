using Aspire.Hosting.Testing;

namespace Kthena.StackTesting;

/// <summary>How a <see cref="RunningGraph"/> differs from the one that a person starts.</summary>
public sealed record RunningGraphOptions
{
    /// <summary>The value of <c>Stack:Runtime</c>.</summary>
    public string Runtime { get; init; } = "processes";

    /// <summary>More arguments of the AppHost, such as <c>--Traffic:Profile=steady</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Whether the durations in <c>rules/</c> are divided too, as those in <c>config/</c> always are.</summary>
    public bool ScalesRules { get; init; } = true;

    /// <summary>Changes the graph before it is built, or the content and state that it will find.</summary>
    public Action<IDistributedApplicationTestingBuilder, RunningGraph> Configure { get; init; } = (_, _) => { };
}
