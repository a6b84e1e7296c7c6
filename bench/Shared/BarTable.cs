using Spectre.Console;

namespace Kthena.Bench;

internal static class BarTable
{
    public static void Print(IReadOnlyCollection<Bar> bars)
    {
        if (bars.Count == 0)
            return;

        var table = new Table().Title("Bars").AddColumns("figure", "measured", "bar", "");
        foreach (var bar in bars)
            table.AddRow(bar.Name, $"{bar.Measured:0.###}", $"{(bar.IsLeast ? ">=" : "<=")} {bar.Limit:0.###}", bar.Holds ? "held" : "MISSED");
        AnsiConsole.Write(table);
    }
}
