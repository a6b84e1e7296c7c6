using System.Text.Json.Nodes;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>Rules about where panels are.</summary>
internal static class LayoutRules
{
    private const int Columns = 24;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        LintRule.Of("panel-ids", "Give each panel an id of its own: links to one panel go by it.", dashboard => dashboard.Panels
            .GroupBy(panel => panel.Json["id"]?.ToJsonString())
            .Where(panels => panels.Key is null || panels.Count() > 1)
            .Select(panels => $"{string.Join(", ", panels)}: id {panels.Key ?? "missing"}")),
        LintRule.Of("panel-grid", $"Set gridPos so that each panel lies within {Columns} columns.", dashboard => dashboard.Panels
            .Where(panel => Area.Of(panel) is not { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } area || area.X + area.Width > Columns)
            .Select(panel => $"{panel}: its gridPos is {panel.Json["gridPos"]?.ToJsonString() ?? "missing"}")),
        LintRule.Of("panels-do-not-overlap", "Move one of them: Grafana would move it to where nobody expects it.", Overlaps),
    ];

    // What lies in a collapsed row takes the place of what follows it.
    private static IEnumerable<string> Overlaps(Dashboard dashboard)
        => dashboard.Panels.Select(panel => panel.Json["panels"]).Prepend(dashboard.Json["panels"]).Select(PanelsOf).SelectMany(OverlapsOf);

    private static List<DashboardPanel> PanelsOf(JsonNode? level) => [.. level.Objects().Select(panel => new DashboardPanel(panel))];

    private static IEnumerable<string> OverlapsOf(List<DashboardPanel> panels) =>
        from first in panels.Index()
        from second in panels.Skip(first.Index + 1)
        where Area.Of(first.Item)?.Meets(Area.Of(second)) == true
        select $"{first.Item} and {second}: overlap";

    private sealed record Area(int X, int Y, int Width, int Height)
    {
        public static Area? Of(DashboardPanel panel) => panel.Json["gridPos"] is JsonObject grid
            ? new((int?)grid["x"] ?? -1, (int?)grid["y"] ?? -1, (int?)grid["w"] ?? 0, (int?)grid["h"] ?? 0)
            : null;

        public bool Meets(Area? other) => other is not null
            && X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
