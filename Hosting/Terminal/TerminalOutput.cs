using System.Threading.Channels;
using Spectre.Console;

namespace Aspire.Hosting.Terminal;

/// <summary>
/// The one way to the terminal, for the view and for log messages. While the view is updated in place, only its task writes: Spectre takes
/// its locks in different orders for a refresh and for a line above it, so two writers would wait for each other for ever.
/// </summary>
internal sealed class TerminalOutput(IAnsiConsole console, bool isLive)
{
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Channel<(string Text, Style? Style)> _held = Channel.CreateBounded<(string, Style?)>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    private bool _isHeld;

    /// <summary>For the task that shows the view.</summary>
    public IAnsiConsole Console { get; } = console;

    /// <summary>Whether the view is updated in place.</summary>
    public bool IsLive => isLive;

    /// <summary>Lines that wait for the view to write them.</summary>
    public ChannelReader<(string Text, Style? Style)> HeldLines => _held.Reader;

    /// <summary>Standard output; live on a terminal that a person looks at, not in a pipe, on CI or with <c>TERM=dumb</c>.</summary>
    public static TerminalOutput Detect()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        return new(console, console.Profile is { Capabilities: { Interactive: true, Ansi: true }, Out.IsTerminal: true });
    }

    /// <summary>Writes a line; while the view is updated in place, above it.</summary>
    public void WriteLine(string text, Style? style = null)
    {
        lock (_lock)
        {
            if (_isHeld) _held.Writer.TryWrite((text, style));
            else Write(text, style);
        }
    }

    /// <summary>From now on lines wait for the view.</summary>
    public void Hold()
    {
        lock (_lock) _isHeld = true;
    }

    /// <summary>Writes what waits; from now on lines are written at once.</summary>
    public void Release()
    {
        lock (_lock)
        {
            WriteHeldLines();
            _isHeld = false;
        }
    }

    /// <summary>For the task that shows the view.</summary>
    public void WriteHeldLines()
    {
        while (_held.Reader.TryRead(out var line)) Write(line.Text, line.Style);
    }

    private void Write(string text, Style? style)
    {
        if (isLive) Console.Write(new Text(text + Environment.NewLine, style));
        // Spectre would wrap it at a width that a file does not have.
        else Console.Profile.Out.Writer.WriteLine(text);
    }
}
