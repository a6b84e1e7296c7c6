using Spectre.Console;

namespace Kthena.Bench.ModelServer.Throughput;

internal static class TurnTable
{
    /// <summary>Prints texts per second and each contestant's ratio to the first one.</summary>
    public static void Print(string title, IReadOnlyList<Contestant> contestants, IReadOnlyList<Samples> rates)
    {
        var table = new Table().Title(title).AddColumn("").AddColumns("min texts/s", "median", "max", "ratio");
        for (var i = 0; i < contestants.Count; i++)
        {
            table.AddRow(
                contestants[i].Name, $"{rates[i].Min:N0}", $"{rates[i].Median:N0}", $"{rates[i].Max:N0}", $"{rates[i].Median / rates[0].Median:0.00}");
        }

        AnsiConsole.Write(table);
    }
}
