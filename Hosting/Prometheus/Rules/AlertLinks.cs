using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Prometheus.Rules;

/// <summary>The series that tells alerts where their links lead: the labels of <c>kthena:links:info</c> are the bases of URLs.</summary>
internal static class AlertLinks
{
    /// <summary>The folder of the rule file, beside those of the rules that people write.</summary>
    public const string Folder = "rules/links";

    public const string File = $"{Folder}/links.yml";

    private const string Series = "kthena:links:info";

    public static async Task<string> SerializeAsync(
        IResource prometheus, IReadOnlyDictionary<string, ReferenceExpression> links, CancellationToken cancellationToken)
    {
        // A person's browser follows them, wherever Prometheus itself runs.
        var person = new ValueProviderContext { Network = KnownNetworkIdentifiers.LocalhostNetwork };
        var labels = new Dictionary<string, string>();
        foreach (var (name, link) in links)
        {
            var url = await link.GetValueAsync(person, cancellationToken)
                ?? throw new DistributedApplicationException($"The {name} that alerts of '{prometheus.Name}' link to have no URL.");
            labels[name] = url.TrimEnd('/');
        }

        return new RuleFile([new RuleGroup("kthena-links", [new RecordingRule(Series, "vector(1)", labels)])]).Serialize();
    }
}
