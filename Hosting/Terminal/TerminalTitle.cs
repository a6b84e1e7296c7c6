using Aspire.Hosting.Runtime;

namespace Aspire.Hosting.Terminal;

/// <summary>The view's first line: what runs, what carries its tools, and why.</summary>
internal sealed record TerminalTitle(string Text)
{
    public static TerminalTitle For(StackRuntime runtime)
        => new($"Kthena.Aspire in {(runtime.UsesContainers ? "containers" : "processes")}: {runtime.Reason}");
}
