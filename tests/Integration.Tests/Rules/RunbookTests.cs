using Kthena.StackTesting.PromQL;
using Kthena.StackTesting.RuleFiles;

namespace Kthena.Integration.Tests.Rules;

/// <summary>Runbooks of one shape, whose queries and links work. That each alert has one is among the tests of alerts.</summary>
public class RunbookTests(PromqlFixture promql) : IClassFixture<PromqlFixture>
{
    private static readonly string[] s_sections = ["Meaning", "Impact", "First query", "Causes", "Mitigation"];

    public static TheoryData<string> Runbooks => [.. Runbook.Alerts];

    [Theory]
    [MemberData(nameof(Runbooks))]
    public void A_runbook_belongs_to_an_alert(string alert)
        => Assert.Contains(RuleFolder.AllRules(), rule => rule.Alert == alert);

    [Theory]
    [MemberData(nameof(Runbooks))]
    public void A_runbook_has_its_sections_in_their_order(string alert)
    {
        var runbook = Runbook.Read(alert);

        Assert.Equal(alert, runbook.Title);
        Assert.Equal(s_sections, runbook.Sections.Select(section => section.Name));
    }

    [Theory]
    [MemberData(nameof(Runbooks))]
    public void No_section_of_a_runbook_is_empty(string alert)
        => Assert.Empty(Runbook.Read(alert).Sections.Where(section => section is { Prose: "", Blocks: [] }).Select(section => section.Name));

    [Theory]
    [MemberData(nameof(Runbooks))]
    public void The_first_query_can_be_copied(string alert)
        => Assert.NotEmpty(Runbook.Read(alert).Sections.Single(section => section.Name == "First query").Queries);

    [Theory]
    [MemberData(nameof(Runbooks))]
    public async Task Queries_of_a_runbook_use_only_metrics_and_labels_that_there_are(string alert)
    {
        var complaints = new List<string>();
        foreach (var query in Runbook.Read(alert).Queries)
        {
            var inference = new LabelInference(promql.Series);
            inference.LabelsOf(await promql.Parser.ParseAsync(query, TestContext.Current.CancellationToken));
            complaints.AddRange(inference.Complaints.Select(complaint => $"{alert}.md: {complaint} in: {query}"));
        }

        Assert.True(complaints is [], string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(Runbooks))]
    public void The_links_of_a_runbook_lead_somewhere(string alert)
        => Assert.All(Runbook.Read(alert).Links, link => Assert.True(File.Exists(Path.Join(Runbook.Folder, link)), $"{alert}.md links to {link}, which is not there."));
}
