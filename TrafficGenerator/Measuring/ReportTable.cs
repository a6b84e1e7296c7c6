using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>The final report for people.</summary>
internal static class ReportTable
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        console.Write(Summary(report));
        console.Write(Latencies(report));
    }

    private static Grid Summary(RunReport report)
    {
        var grid = new Grid().AddColumn().AddColumn();
        Row("traffic", $"{report.Profile} to {report.Server}, {report.Arrivals} arrivals, seed {report.Seed}");
        Row("sent", $"{report.Sent} in {report.Seconds:0.0} s, {report.SentPerSecond:0.0}/s{(report.Interrupted ? " (interrupted)" : "")}");
        Row("answered", $"{report.Answered}, {report.AnsweredPerSecond:0.0}/s; {report.Succeeded} succeeded, {report.Failed} failed, {report.Aborted} aborted");
        Row("statuses", Counts(report.Statuses.Select(s => KeyValuePair.Create(s.Key, s.Value.Total.Requests))));
        Row("dropped", Counts(report.Dropped));
        Row("carried", $"{report.Total.Texts} texts, {report.Total.RequestBytes} bytes sent, {report.Total.ResponseBytes} bytes received");
        if (report.RetryAfter is { Answers: > 0 } retry)
            Row("Retry-After", $"{retry.Answers} answers, {retry.MinSeconds:0} to {retry.MaxSeconds:0} s");
        return grid;

        void Row(string name, FormattableString text) => grid.AddRow(new Text(name), new Text(text.ToString(CultureInfo.InvariantCulture)));
    }

    private static FormattableString Counts(IEnumerable<KeyValuePair<string, long>> counts) =>
        $"{string.Join(", ", counts.Select(c => $"{c.Key}: {c.Value}"))}";

    // Milliseconds; the second p99 shows what of the first was waiting to be sent.
    private static Table Latencies(RunReport report)
    {
        var table = new Table().Border(TableBorder.Ascii2).Title("Latency in ms, from when a request was due");
        table.AddColumns("priority", "status");
        foreach (var name in (string[])["count", "p50", "p95", "p99", "max", "p99 from send"])
            table.AddColumn(new TableColumn(name).RightAligned());

        foreach (var (priority, of) in report.Priorities)
        {
            foreach (var (status, latency) in of.Statuses)
                table.AddRow(Cells(priority, status, latency));
        }

        foreach (var (priority, of) in report.Priorities)
            table.AddRow(Cells(priority, "all", of.Latency));
        return table.AddRow(Cells("all", "all", report.Latency));
    }

    private static IEnumerable<IRenderable> Cells(string priority, string status, LatencyReport latency)
    {
        var due = latency.FromDue;
        double?[] seconds = [due?.P50, due?.P95, due?.P99, due?.Max, latency.FromSend?.P99];
        string[] cells = [priority, status, (due?.Count ?? 0).ToString(CultureInfo.InvariantCulture), .. seconds.Select(Milliseconds)];
        return cells.Select(cell => new Text(cell));
    }

    private static string Milliseconds(double? seconds) => seconds is { } s ? (s * 1000).ToString("0.0", CultureInfo.InvariantCulture) : "-";
}
