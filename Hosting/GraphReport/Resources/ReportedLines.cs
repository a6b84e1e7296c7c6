using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Terminal;

namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>An event of a log: lines that came together.</summary>
internal sealed record ReportedLines(IReadOnlyList<ReportedLine> Lines)
{
    public static ReportedLines Of(IEnumerable<LogLine> lines)
        => new([.. lines.Select(line => new ReportedLine(line.LineNumber, PlainText.WithoutTimeStamp(line.Content), line.IsErrorMessage))]);
}

/// <summary>A line as its program wrote it, without the time stamp that Aspire puts before it.</summary>
internal sealed record ReportedLine(int Number, string Text, bool Error);
