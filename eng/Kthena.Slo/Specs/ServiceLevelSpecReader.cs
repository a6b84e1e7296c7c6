using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kthena.Slo.Specs;

/// <summary>Reads specifications in the forms that Sloth documents: https://sloth.dev/specs/default/ and https://sloth.dev/specs/kubernetes/.</summary>
public static class ServiceLevelSpecReader
{
    private const string HowToMend =
        "a specification starts with 'version: prometheus/v1', or with 'apiVersion: sloth.slok.dev/v1' and 'kind: PrometheusServiceLevel'";

    /// <summary>Reads one specification.</summary>
    /// <param name="file">The name of the file, for messages only.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="InvalidSpecException">It is none, or has mistakes; all of them are in the exception.</exception>
    public static ServiceLevelSpec Read(string file, string text)
    {
        var errors = new SpecErrors(file);
        var spec = Load(text, errors) is { } root ? ReadRoot(root, errors) : null;
        errors.ThrowIfAny();
        return spec ?? throw new InvalidOperationException($"{file} gave neither a specification nor a mistake.");
    }

    private static YamlMappingNode? Load(string text, SpecErrors errors)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            errors.Add(e.Start, "", $"not valid YAML: {e.Message}");
            return null;
        }

        var start = new SourcePosition(1, 1);
        switch (stream.Documents)
        {
            case []:
                errors.Add(start, "", $"the file is empty; {HowToMend}");
                return null;
            case [_, var second, ..]:
                errors.Add(second.RootNode.Start, "", "a second document; give each specification a file of its own");
                return null;
            case [{ RootNode: YamlMappingNode root }]:
                return root;
            default:
                errors.Add(start, "", $"not a specification; {HowToMend}");
                return null;
        }
    }

    private static ServiceLevelSpec? ReadRoot(YamlMappingNode root, SpecErrors errors)
    {
        var plain = new SpecMapping(root, "", SpecForm.Plain, errors);
        if (plain.Text("version") == SpecForm.Plain.Version)
            return ReadBody(plain, SpecForm.Plain);

        var resource = new SpecMapping(root, "", SpecForm.Kubernetes, errors);
        if (resource.Text("apiVersion") == SpecForm.Kubernetes.Version && resource.Text("kind") == "PrometheusServiceLevel")
        {
            resource.Mapping("metadata"); // The cluster's business, and so is what its controller has noted.
            resource.Mapping("status");
            var body = resource.RequiredMapping("spec");
            resource.ReportUnknown();
            return body is null ? null : ReadBody(body, SpecForm.Kubernetes);
        }

        var written = string.Join(", ", ((string[])["version", "apiVersion", "kind"]).Where(plain.Has).Select(field => $"{field}: {plain.Text(field)}"));
        errors.Add(root.Start, "", $"not a specification of Sloth{(written.Length == 0 ? "" : $" ({written})")}; {HowToMend}");
        return null;
    }

    private static ServiceLevelSpec? ReadBody(SpecMapping fields, SpecForm form)
    {
        var service = fields.RequiredText("service");
        if (service is not null && Names.CheckName(service) is { } wrong)
            fields.Report("service", wrong);
        var labels = fields.Texts("labels", Names.CheckLabel);
        if (fields.Has("slo_plugins"))
            fields.Report("slo_plugins", "plugins are not supported; remove the field");
        var read = fields.RequiredList("slos").Select(slo => (Fields: slo, Objective: new ObjectiveReader(slo).Read())).ToList();
        foreach (var same in read.Where(slo => slo.Fields.Text("name") is not null).GroupBy(slo => slo.Fields.Text("name")))
        foreach (var (repeated, _) in same.Skip(1))
            repeated.Report("name", $"'{same.Key}' is already the name of the objective in line {same.First().Fields.PlaceOf("name").Line}; names must differ");
        fields.ReportUnknown();
        return service is null ? null : new(service, labels, [.. read.Select(slo => slo.Objective).OfType<ServiceLevelObjective>()], form);
    }
}
