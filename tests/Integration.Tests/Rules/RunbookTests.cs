using Kthena.StackTesting;
using YamlDotNet.RepresentationModel;

namespace Kthena.Integration.Tests.Rules;

public class RunbookTests
{
    private static readonly string[] s_folders = ["alerts", "generated"];
    private static readonly string[] s_sections = ["Meaning", "Impact", "First query", "Causes", "Mitigation"];

    public static TheoryData<string> Alerts => [.. AlertNames()];

    public static TheoryData<string> Runbooks => [.. Runbook.Alerts];

    [Theory]
    [MemberData(nameof(Alerts))]
    public void An_alert_has_a_runbook(string alert)
        => Assert.True(File.Exists(Path.Join(Runbook.Folder, $"{alert}.md")), $"rules/runbooks/{alert}.md is missing: write what whoever is woken by it needs first.");

    [Theory]
    [MemberData(nameof(Runbooks))]
    public void A_runbook_belongs_to_an_alert(string alert)
        => Assert.Contains(alert, AlertNames());

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
    public void The_links_of_a_runbook_lead_somewhere(string alert)
        => Assert.All(Runbook.Read(alert).Links, link => Assert.True(File.Exists(Path.Join(Runbook.Folder, link)), $"{alert}.md links to {link}, which is not there."));

    private static SortedSet<string> AlertNames()
        => new(s_folders.Select(folder => Path.Join(Repository.Root, "rules", folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yml")).SelectMany(NamesIn), StringComparer.Ordinal);

    private static IEnumerable<string> NamesIn(string file)
    {
        using var reader = File.OpenText(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents.SelectMany(document => document.AllNodes).OfType<YamlMappingNode>()
            .Where(node => node.Children.ContainsKey("alert")).Select(node => ((YamlScalarNode)node["alert"]).Value!).ToList();
    }
}
