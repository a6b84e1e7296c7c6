using System.Text.Encodings.Web;
using System.Text.Json;
using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>Dashboards are written one way, so that a change shows only what it changes.</summary>
public class FormatTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Dashboards => [.. DashboardFolder.Files];

    [Theory]
    [MemberData(nameof(Dashboards))]
    public void A_dashboard_is_indented_by_two_spaces_and_ends_with_a_line_break(string file)
        => Assert.Equal(
            DashboardFolder.Read(file).Json.ToJsonString(s_indented) + "\n", File.ReadAllText(Path.Join(DashboardFolder.Path, file)));
}
