using System.Reflection;

namespace Aspire.Hosting.Tests.Api;

/// <summary>A public type: its name, how it is declared, and its members.</summary>
internal sealed record ApiType(string Name, string Declaration, IReadOnlyList<string> Members)
{
    public static IReadOnlyList<ApiType> In(Assembly assembly) => [.. assembly.GetTypes().Where(t => t.IsVisible).Select(Of).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Reads the format of the baseline: a line per type, its members indented below.</summary>
    public static IReadOnlyList<ApiType> Read(IEnumerable<string> lines)
    {
        var types = new List<ApiType>();
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            if (!line.StartsWith(' '))
            {
                types.Add(new(NameIn(line), line, new List<string>()));
                continue;
            }

            ((List<string>)types[^1].Members).Add(line.Trim());
        }

        return types;
    }

    private static ApiType Of(Type type) => new($"{type.Namespace} | {TypeText.Name(type)}{Parameters(type)}", DeclarationOf(type), type.IsEnum ? [] : [.. MemberText.Of(type)]);

    private static string NameIn(string declaration)
    {
        var bar = declaration.IndexOf(" | ", StringComparison.Ordinal);
        var words = declaration[(bar + 3)..].Split(' ');
        var kind = Array.FindIndex(words, w => w is "class" or "struct" or "interface" or "enum");
        var name = words[kind + 1];
        // "Name<A," goes on in the next words.
        for (var i = kind + 2; name.Contains('<', StringComparison.Ordinal) && !name.EndsWith('>'); i++)
            name += $" {words[i]}";
        return $"{declaration[..bar]} | {name}";
    }

    private static string DeclarationOf(Type type)
    {
        var name = TypeText.Name(type) + Parameters(type);
        if (type.IsEnum)
            return $"{type.Namespace} | enum {name} {{ {string.Join(", ", Enum.GetNames(type))} }}";

        var kind = type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var bases = Bases(type).ToList();
        return $"{type.Namespace} | {kind} {name}{(bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}")}{GenericConstraints.Of(type.GetGenericArguments())}{ApiAttributes.Of(type)}";
    }

    private static string Parameters(Type type) => type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(a => a.Name))}>" : "";

    // Without those that follow from the others.
    private static IEnumerable<string> Bases(Type type)
    {
        var hasBase = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType);
        var implied = type.GetInterfaces().SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        return [.. hasBase ? (string[])[TypeText.Of(type.BaseType!)] : [], .. type.GetInterfaces().Where(i => !implied.Contains(i)).Select(i => TypeText.Of(i))];
    }
}
