using System.Globalization;
using Spectre.Console;

[assembly: AssemblyFixture(typeof(Kthena.EndToEnd.Tests.Measuring.AlertTimesTable))]

namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>Leaves the table of all alerts' times beside the test results, where <c>./kthena test</c> finds and prints it.</summary>
public sealed class AlertTimesTable : IDisposable
{
    public void Dispose()
    {
        if (AlertTimes.All is not { Count: > 0 } times || Environment.GetEnvironmentVariable("KTHENA_TEST_RESULTS") is not { Length: > 0 } folder) return;
        using var writer = new StreamWriter(Path.Join(folder, "summary.txt"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 120;
        console.Write(Build(times));
    }

    private static Table Build(IReadOnlyList<AlertTime> times)
    {
        var table = new Table { Title = new TableTitle("Fault to notification; floor: what Prometheus and Alertmanager need with this configuration, times divided by 50") }
            .AddColumns("alert", "times", "median s", "floor s", "ratio", "worst ratio");
        foreach (var column in table.Columns.Skip(1)) column.RightAligned();
        foreach (var alert in times.GroupBy(time => time.Alert).OrderBy(alert => alert.Key, StringComparer.Ordinal)) AddRow(table, alert.Key, [.. alert]);
        AddRow(table, "all", times);
        return table;
    }

    private static void AddRow(Table table, string name, IReadOnlyList<AlertTime> times) => table.AddRow(
        name,
        Text(times.Count, "0"),
        Text(Median(times, time => time.Measured.TotalSeconds), "0.00"),
        Text(Median(times, time => time.Floor.TotalSeconds), "0.00"),
        Text(AlertTimes.MedianRatio(times), "0.000"),
        Text(times.Max(time => time.Ratio), "0.000"));

    private static double Median(IEnumerable<AlertTime> times, Func<AlertTime, double> value) => AlertTimes.Median([.. times.Select(value).Order()]);

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
