using Aspire.Hosting.ApplicationModel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Aspire.Hosting.Alertmanager;

/// <summary>
/// Renders <c>alertmanager.yml</c> for the tool. Authors write paths relative to the file. Alertmanager would look for those of secrets and
/// endpoints (<c>url_file</c>, <c>api_url_file</c>, …) from its working directory, and templates are a folder of their own: all become absolute.
/// Addresses that have no file form become settings below <c>global</c>.
/// </summary>
internal static class AlertmanagerConfigFile
{
    public const string Name = "alertmanager.yml";
    public const string Templates = "templates";

    /// <exception cref="DistributedApplicationException">The file is missing or is no YAML, or names templates outside <c>templates/</c>.</exception>
    public static async Task<string> RenderAsync(
        string source, IConfiguredResource alertmanager, IReadOnlyDictionary<string, string> globals, CancellationToken cancellationToken)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(await File.ReadAllTextAsync(source, cancellationToken)));
            if (yaml.Documents is not [{ RootNode: YamlMappingNode root }])
                throw new DistributedApplicationException($"{source} is no mapping of Alertmanager's settings.");
            MakeFilesAbsolute(root, alertmanager.ConfigPath("config"));
            MakeTemplatesAbsolute(root, alertmanager, source);
            SetGlobals(root, globals);
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

    private static void MakeFilesAbsolute(YamlMappingNode root, string directory)
    {
        foreach (var mapping in root.AllNodes.OfType<YamlMappingNode>())
        {
            foreach (var (key, value) in mapping)
            {
                if (key is YamlScalarNode { Value: { } name } && name.EndsWith("_file", StringComparison.Ordinal)
                    && value is YamlScalarNode { Value: { Length: > 0 } path } file)
                    file.Value = Path.GetFullPath(path, directory);
            }
        }
    }

    private static void MakeTemplatesAbsolute(YamlMappingNode root, IConfiguredResource alertmanager, string source)
    {
        if (!root.Children.TryGetValue(Templates, out var templates) || templates is not YamlSequenceNode list) return;
        foreach (var template in list.OfType<YamlScalarNode>().Where(template => template.Value is { } path && !Path.IsPathRooted(path)))
        {
            if (!template.Value!.StartsWith($"{Templates}/", StringComparison.Ordinal))
                throw new DistributedApplicationException($"{source}({template.Start.Line}): '{template.Value}' is not in {Templates}/, the folder of templates beside this file.");
            template.Value = alertmanager.ConfigPath(template.Value);
        }
    }

    private static void SetGlobals(YamlMappingNode root, IReadOnlyDictionary<string, string> globals)
    {
        if (globals.Count == 0) return;
        if (!root.Children.TryGetValue("global", out var node) || node is not YamlMappingNode global)
            root.Children["global"] = global = new YamlMappingNode();
        foreach (var (name, value) in globals) global.Children[name] = new YamlScalarNode(value);
    }
}
