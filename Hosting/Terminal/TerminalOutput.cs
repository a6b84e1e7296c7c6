using Spectre.Console;

namespace Aspire.Hosting.Terminal;

/// <summary>The one way to the terminal, for the view and for log messages, so that they do not write into each other.</summary>
internal sealed class TerminalOutput(IAnsiConsole console)
{
    private readonly Lock _lock = new();

    public IAnsiConsole Console { get; } = console;

    /// <summary>Whether a view can be updated in place: a terminal that a person looks at, not a pipe, not CI, not TERM=dumb.</summary>
    public bool IsLive { get; } = console.Profile is { Capabilities: { Interactive: true, Ansi: true }, Out.IsTerminal: true };

    /// <summary>Writes a line; while the view is updated in place, above it.</summary>
    public void WriteLine(string text, Style? style = null)
    {
        if (IsLive)
        {
            Console.Write(new Text(text + Environment.NewLine, style));
            return;
        }

        // Spectre would wrap it at a width that a file does not have.
        lock (_lock) Console.Profile.Out.Writer.WriteLine(text);
    }
}
