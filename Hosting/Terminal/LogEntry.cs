using System.Text.Json;

namespace Aspire.Hosting.Terminal;

/// <summary>A line of standard output: plain text, or what .NET's JSON console logger writes.</summary>
internal static class LogEntry
{
    /// <summary>Whether it is a line of a .NET stack trace: where something went wrong, not what.</summary>
    public static bool IsStackFrame(string line) => line.AsSpan().TrimStart() is ['a', 't', ' ', .. var method] && method.Contains('(');

    /// <summary>What the line says is wrong; null for a JSON entry that is no error.</summary>
    public static string? FindError(string line)
    {
        if (!line.StartsWith('{')) return line;
        try
        {
            using var entry = JsonDocument.Parse(line);
            return entry.RootElement.TryGetProperty("LogLevel", out var level) && level.GetString() is "Error" or "Critical"
                && entry.RootElement.TryGetProperty("Message", out var message)
                ? PlainText.FirstLine(message.GetString())
                : null;
        }
        catch (JsonException)
        {
            return line;
        }
    }
}
