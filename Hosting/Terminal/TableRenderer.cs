using Aspire.Hosting.Terminal.Alerts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aspire.Hosting.Terminal;

/// <summary>The view as it stands on a terminal: a header, one line per resource, the alerts that fire, a last line. What does not fit is wrapped or cropped.</summary>
internal static class TableRenderer
{
    /// <summary>Of a URL or a reason that does not fit into the resource's line and gets its own.</summary>
    private const int Indentation = 3;

    /// <summary>Characters of a reason: the logs have the rest.</summary>
    private const int MaximumDetail = 400;

    private const string Gap = "  ";

    public static IRenderable Render(string title, GraphPicture picture, IReadOnlyCapabilities capabilities, int width)
    {
        var (rows, summary) = (picture.Rows, picture.Summary);
        List<IRenderable> lines = [new Paragraph(PlainText.Crop(title, width), Decoration(Spectre.Console.Decoration.Bold)), Text.Empty];
        var nameWidth = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max();
        var stateWidth = rows.Select(row => row.State.Length).DefaultIfEmpty().Max();
        foreach (var row in rows) AddRow(lines, row, nameWidth, stateWidth, capabilities.Unicode, width);
        lines.AddRange(AlertSection.Render(picture.Alerts, capabilities.Unicode, width));
        lines.Add(Text.Empty);
        var last = new Paragraph(PlainText.Crop(summary, width), picture.IsAllFine ? Color.Green : Color.Default);
        var used = summary.Length;
        if (picture.Look is { } url) AppendIfItFits(Summary.LookAt(url), Color.Blue, new Link(url));
        if (!picture.IsStopping) AppendIfItFits(Summary.Hint, Color.Grey, link: null);
        lines.Add(last);
        return new Rows(lines);

        void AppendIfItFits(string text, Style style, Link? link)
        {
            if (used + Gap.Length + text.Length > width) return;
            last.Append(Gap).Append(text, style, link);
            used += Gap.Length + text.Length;
        }
    }

    private static void AddRow(List<IRenderable> lines, ResourceRow row, int nameWidth, int stateWidth, bool isUnicode, int width)
    {
        var style = ConditionStyle.Style(row.Condition);
        var name = $" {row.Name.PadRight(nameWidth)}  ";
        var state = row.State.PadRight(stateWidth);
        var startUp = $"  {(row.StartUp is { } duration ? Summary.Seconds(duration) : ""),7}";
        var line = new Paragraph(ConditionStyle.Symbol(row.Condition, isUnicode), style);
        var rest = width - 1;
        Append(name, Spectre.Console.Style.Plain, link: null);
        Append(state, style, link: null);
        Append(startUp, Color.Grey, link: null);
        lines.Add(line);

        var detail = row.Reason ?? row.Url;
        if (detail is null) return;
        var detailStyle = row.Reason is null ? Color.Blue : style;
        var link = row.Reason is null ? new Link(detail) : null;
        if (rest >= Gap.Length + detail.Length)
        {
            Append(Gap, Spectre.Console.Style.Plain, link: null);
            Append(detail, detailStyle, link);
        }
        else if (width > 2 * Indentation)
        {
            lines.Add(new Padder(new Paragraph(PlainText.Crop(detail, MaximumDetail), detailStyle, link), new Padding(Indentation, 0, 0, 0)));
        }

        void Append(string text, Style textStyle, Link? link)
        {
            var cropped = PlainText.Crop(text, Math.Max(0, rest));
            line.Append(cropped, textStyle, link);
            rest -= cropped.Length;
        }
    }

    private static Style Decoration(Decoration decoration) => new(decoration: decoration);
}
