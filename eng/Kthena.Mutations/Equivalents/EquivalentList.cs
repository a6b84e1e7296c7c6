using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Kthena.Mutations.Equivalents;

/// <summary>The file <c>eng/mutations.equivalent.yml</c>: mutations that no test can tell from the rule, each with a reason.</summary>
public sealed class EquivalentList
{
    /// <summary>The list's file, as a path from the repository's root.</summary>
    public const string Name = "eng/mutations.equivalent.yml";

    private readonly IReadOnlyList<EquivalentMutation> _entries;

    private EquivalentList(string path, IReadOnlyList<EquivalentMutation> entries) => (Path, _entries) = (path, entries);

    /// <summary>The file, for messages.</summary>
    public string Path { get; }

    /// <summary>Reads the list of a repository; one without the file has an empty list.</summary>
    /// <exception cref="MutationException">The file is no such list, or an entry lacks a part.</exception>
    public static EquivalentList Read(string root)
    {
        var file = System.IO.Path.Join(root, Name);
        return File.Exists(file) ? Parse(Name, File.ReadAllText(file)) : new(Name, []);
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="MutationException">The text is no such list, or an entry lacks a part.</exception>
    public static EquivalentList Parse(string path, string text)
    {
        List<EquivalentMutation> entries;
        try
        {
            entries = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build()
                .Deserialize<Document?>(text)?.Equivalent ?? [];
        }
        catch (YamlException e)
        {
            throw new MutationException($"{path}:{e.Start.Line}: {e.InnerException?.Message ?? e.Message}");
        }

        for (var i = 0; i < entries.Count; i++)
        {
            if (new[] { entries[i].Rule, entries[i].Kind, entries[i].Reason }.Any(string.IsNullOrWhiteSpace) || entries[i].Before == entries[i].After)
                throw new MutationException($"{path}: entry {i + 1} ({entries[i].Rule}) needs a rule, a kind, before and after as the difference shows them, and a reason");
        }

        return new(path, entries);
    }

    /// <summary>Whether an entry names the mutation.</summary>
    public bool Contains(Mutation mutation) => _entries.Any(e => e.Matches(mutation));

    /// <summary>The entries that match none of the mutations, each as a line that says so.</summary>
    public IEnumerable<string> Unused(IReadOnlyCollection<Mutation> all) =>
        from entry in _entries
        where !all.Any(entry.Matches)
        select $"{Path}: no {entry.Kind} mutation of {entry.Rule} makes '{entry.Before}' into '{entry.After}'; take the entry away or mend it";

    private sealed class Document
    {
        public List<EquivalentMutation>? Equivalent { get; init; }
    }
}
