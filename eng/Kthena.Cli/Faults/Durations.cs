using System.Globalization;

namespace Kthena.Cli.Faults;

/// <summary>Durations as people type them: <c>30s</c>, <c>5m</c>, <c>1h</c>.</summary>
internal static class Durations
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return false;

        duration = TimeSpan.FromSeconds((double)number * text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 });
        return duration > TimeSpan.Zero;
    }
}
