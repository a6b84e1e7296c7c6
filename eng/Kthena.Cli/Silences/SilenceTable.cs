using System.Globalization;
using Spectre.Console;

namespace Kthena.Cli.Silences;

/// <summary>The silences in force and to come as a table; plain text when it does not go to a terminal.</summary>
internal static class SilenceTable
{
    // A pipe has no width: what reads it wants a silence on one line.
    private const int WidthOfPipe = 240;

    public static void Write(IEnumerable<Silence> silences, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = WidthOfPipe;

        var table = new Table().Border(TableBorder.None).AddColumns("ID", "STATE", "FROM", "UNTIL", "MATCHERS", "BY", "REASON");
        foreach (var column in table.Columns)
            column.PadRight(2);
        foreach (var silence in silences.Where(silence => silence.Status?.State != "expired").OrderBy(silence => silence.EndsAt))
        {
            table.AddRow(new Text(silence.Id ?? ""), new Text(silence.Status?.State ?? ""), new Text(Time(silence.StartsAt)), new Text(Time(silence.EndsAt)),
                new Text(string.Join(", ", silence.Matchers)), new Text(silence.CreatedBy), new Text(silence.Comment));
        }

        console.Write(table);
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
