using System.Text;
using Spectre.Console;

namespace Aspire.Hosting.Tests.Terminal;

/// <summary>A console that one thread writes and another reads.</summary>
internal sealed class Screen : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get
        {
            lock (_lock) return _text.ToString();
        }
    }

    public string[] Lines => Text.TrimEnd().Split(Environment.NewLine);

    public IAnsiConsole Console(bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(this),
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = 120;
        return console;
    }

    public override void Write(char value)
    {
        lock (_lock) _text.Append(value);
    }

    public override void Write(string? value)
    {
        lock (_lock) _text.Append(value);
    }
}
