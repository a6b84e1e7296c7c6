using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kthena.Slo.Specs;

/// <summary>
/// One mapping of a specification while it is read: gives its fields with their types and notes what is missing, of the wrong type, or unknown.
/// </summary>
internal sealed class SpecMapping(YamlMappingNode node, string path, SpecForm form, SpecErrors errors)
{
    private readonly List<string> _known = [];

    public Mark Start => node.Start;

    /// <summary>The path of one of its fields, as the form writes it.</summary>
    public string PathOf(string field) => path.Length == 0 ? form.Field(field) : $"{path}.{form.Field(field)}";

    /// <summary>Where a field's value is, or the mapping itself.</summary>
    public Mark PlaceOf(string field) => Find(field)?.Start ?? node.Start;

    public bool Has(string field) => Find(field) is not null;

    public void Report(string field, string message) => errors.Add(PlaceOf(field), PathOf(field), message);

    public string? Text(string field)
    {
        switch (Find(field))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            default:
                Report(field, "must be a text");
                return null;
        }
    }

    public string? RequiredText(string field)
    {
        if (!Has(field))
            ReportMissing(field);
        else if (Text(field) is { } text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                return text;
            Report(field, "is empty");
        }

        return null;
    }

    public bool Flag(string field)
    {
        if (Text(field) is not { } text)
            return false;
        if (!bool.TryParse(text, out var value))
            Report(field, $"'{text}' is neither true nor false");
        return value;
    }

    public decimal? RequiredNumber(string field)
    {
        if (RequiredText(field) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
            return number;
        Report(field, $"'{text}' is no number");
        return null;
    }

    public SpecMapping? Mapping(string field)
    {
        if (Find(field) is not { } found)
            return null;
        if (found is YamlMappingNode mapping)
            return new(mapping, PathOf(field), form, errors);
        Report(field, "must be a mapping of fields");
        return null;
    }

    public SpecMapping? RequiredMapping(string field)
    {
        if (!Has(field))
            ReportMissing(field);
        return Mapping(field);
    }

    /// <summary>The mappings of a list; null entries are those that are none.</summary>
    public IReadOnlyList<SpecMapping> RequiredList(string field)
    {
        switch (Find(field))
        {
            case null:
                ReportMissing(field);
                return [];
            case YamlSequenceNode { Children.Count: > 0 } list:
                var entries = list.Select((entry, index) => (Node: entry, Path: $"{PathOf(field)}[{index}]")).ToList();
                foreach (var entry in entries.Where(entry => entry.Node is not YamlMappingNode))
                    errors.Add(entry.Node.Start, entry.Path, "must be a mapping of fields");
                return [.. entries.Where(entry => entry.Node is YamlMappingNode).Select(entry => new SpecMapping((YamlMappingNode)entry.Node, entry.Path, form, errors))];
            default:
                Report(field, "must be a list of at least one entry");
                return [];
        }
    }

    /// <summary>A mapping of names to texts, such as labels; empty when the field is absent.</summary>
    /// <param name="field">The field.</param>
    /// <param name="mistake">What is wrong with a name, or null.</param>
    public IReadOnlyDictionary<string, string> Texts(string field, Func<string, string?> mistake)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Mapping(field) is not { } mapping)
            return texts;
        foreach (var (key, value) in mapping.Entries())
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (mistake(name) is { } wrong)
                errors.Add(key.Start, $"{PathOf(field)}.{name}", wrong);
            else if (value is YamlScalarNode scalar && !IsNull(scalar))
                texts[name] = scalar.Value!;
            else
                errors.Add(value.Start, $"{PathOf(field)}.{name}", "must be a text");
        }

        return texts;
    }

    /// <summary>Notes every field that nobody has asked for.</summary>
    public void ReportUnknown()
    {
        foreach (var (key, _) in Entries())
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (_known.Any(field => form.Field(field) == name))
                continue;
            var asOther = _known.FirstOrDefault(field => form.Other.Field(field) == name);
            errors.Add(key.Start, path.Length == 0 ? name : $"{path}.{name}", asOther is null
                ? $"unknown field; known here: {string.Join(", ", _known.Select(form.Field).Distinct().Order(StringComparer.Ordinal))}"
                : $"unknown field; a specification of version {form.Version} writes it {form.Field(asOther)}");
        }
    }

    private void ReportMissing(string field)
    {
        // Written as the other form has it, it is reported as unknown, with its right name.
        if (!Entries().Any(entry => entry.Key is YamlScalarNode key && key.Value == form.Other.Field(field)))
            errors.Add(node.Start, PathOf(field), "is missing; add it here");
    }

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries() => node.Children;

    private YamlNode? Find(string field)
    {
        if (!_known.Contains(field))
            _known.Add(field);
        var found = node.Children.FirstOrDefault(child => child.Key is YamlScalarNode key && key.Value == form.Field(field)).Value;
        return found is YamlScalarNode scalar && IsNull(scalar) ? null : found;
    }

    private static bool IsNull(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null";
}
