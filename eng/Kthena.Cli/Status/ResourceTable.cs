using System.Globalization;
using Spectre.Console;

namespace Kthena.Cli.Status;

/// <summary>The resources as a table; plain text when it does not go to a terminal.</summary>
internal static class ResourceTable
{
    // A pipe has no width: what reads it wants a resource on one line.
    private const int WidthOfPipe = 240;

    public static void Write(GraphResources resources, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = WidthOfPipe;

        var table = new Table().Border(TableBorder.None).AddColumns("RESOURCE", "KIND", "STATE", "HEALTH", "START", "PID", "URLS");
        foreach (var column in table.Columns)
            column.PadRight(2);
        foreach (var resource in resources.Resources)
        {
            table.AddRow(
                new Text(resource.Name),
                new Text(resource.Kind ?? ""),
                new Text(resource.State ?? ""),
                new Text(resource.Health ?? "", StyleOf(resource)),
                new Text(resource.StartSeconds?.ToString("0.00 's'", CultureInfo.InvariantCulture) ?? ""),
                new Text(resource.Pid?.ToString(CultureInfo.InvariantCulture) ?? ""),
                new Text(string.Join("  ", (resource.Urls ?? new Dictionary<string, string>()).Select(u => $"{u.Key} {u.Value}"))));
        }

        console.Write(table);
    }

    private static Style StyleOf(GraphResource resource) => resource.Health switch
    {
        "Healthy" => Color.Green,
        null or "" => Style.Plain,
        _ => Color.Red,
    };
}
