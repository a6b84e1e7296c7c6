using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Aspire.Hosting.Alertmanager;

/// <summary>
/// Alertmanager looks for the files that its configuration names (<c>url_file</c>, <c>api_url_file</c>, …) from its working directory.
/// Authors write them relative to the configuration; here they become absolute.
/// </summary>
internal static class AlertmanagerConfigFile
{
    public const string Name = "alertmanager.yml";

    /// <exception cref="DistributedApplicationException">The file is missing or is no YAML.</exception>
    public static async Task<string> RenderAsync(string source, string toolDirectory, CancellationToken cancellationToken)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(await File.ReadAllTextAsync(source, cancellationToken)));
            foreach (var document in yaml.Documents) MakeAbsolute(document.RootNode, toolDirectory);
            var rendered = new StringWriter();
            yaml.Save(rendered, assignAnchors: false);
            return rendered.ToString();
        }
        catch (YamlException error)
        {
            throw new DistributedApplicationException($"{source}({error.Start.Line},{error.Start.Column}): {error.Message}", error);
        }
        catch (FileNotFoundException error)
        {
            throw new DistributedApplicationException($"Alertmanager is configured by {source}, but there is no such file.", error);
        }
    }

    private static void MakeAbsolute(YamlNode node, string directory)
    {
        foreach (var mapping in node.AllNodes.OfType<YamlMappingNode>())
        {
            foreach (var (key, value) in mapping)
            {
                if (key is YamlScalarNode { Value: { } name } && name.EndsWith("_file", StringComparison.Ordinal)
                    && value is YamlScalarNode { Value: { Length: > 0 } path } file)
                    file.Value = Path.GetFullPath(path, directory);
            }
        }
    }
}
