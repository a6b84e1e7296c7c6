using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Aspire.Hosting.Grafana.Provisioning;

/// <summary>
/// A provisioning file without what leads nowhere: a link to a datasource, such as from exemplars to traces, that this Grafana does not get.
/// </summary>
internal static class ProvisioningFile
{
    private static readonly YamlScalarNode s_datasource = new("datasourceUid");
    private static readonly YamlScalarNode s_alertmanager = new("alertmanagerUid");

    /// <exception cref="DistributedApplicationException">There is no such file, or it is no YAML.</exception>
    public static async Task<string> RenderAsync(string source, IReadOnlySet<string> datasources, CancellationToken cancellationToken)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(await File.ReadAllTextAsync(source, cancellationToken)));
            foreach (var document in yaml.Documents) Prune(document.RootNode, datasources);
            var rendered = new StringWriter();
            yaml.Save(rendered, assignAnchors: false);
            return rendered.ToString();
        }
        catch (YamlException error)
        {
            throw new DistributedApplicationException($"{source}({error.Start.Line},{error.Start.Column}): {error.Message}", error);
        }
        catch (IOException error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DistributedApplicationException($"Grafana is provisioned by {source}, but there is no such file.", error);
        }
    }

    private static void Prune(YamlNode node, IReadOnlySet<string> datasources)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                foreach (var (key, value) in mapping.Children.ToList())
                {
                    if (IsMissing(value, datasources) || (key.Equals(s_alertmanager) && IsUnknown(value, datasources))) mapping.Children.Remove(key);
                    else Prune(value, datasources);
                }

                break;
            case YamlSequenceNode sequence:
                foreach (var item in sequence.Children.ToList())
                {
                    if (IsMissing(item, datasources)) sequence.Children.Remove(item);
                    else Prune(item, datasources);
                }

                break;
        }
    }

    private static bool IsMissing(YamlNode node, IReadOnlySet<string> datasources)
        => node is YamlMappingNode mapping && mapping.Children.TryGetValue(s_datasource, out var uid) && IsUnknown(uid, datasources);

    private static bool IsUnknown(YamlNode uid, IReadOnlySet<string> datasources) => uid is YamlScalarNode { Value: { } value } && !datasources.Contains(value);
}
