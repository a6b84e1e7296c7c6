using Spectre.Console;

namespace Aspire.Hosting.Terminal;

/// <summary>The one way to the terminal, for the view and for log messages, so that they do not write into each other.</summary>
internal sealed class TerminalOutput(IAnsiConsole console, bool isLive)
{
    private readonly Lock _lock = new();

    public IAnsiConsole Console { get; } = console;

    /// <summary>Whether the view is updated in place.</summary>
    public bool IsLive => isLive;

    /// <summary>Standard output; live on a terminal that a person looks at, not in a pipe, on CI or with <c>TERM=dumb</c>.</summary>
    public static TerminalOutput Detect()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        return new(console, console.Profile is { Capabilities: { Interactive: true, Ansi: true }, Out.IsTerminal: true });
    }

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
