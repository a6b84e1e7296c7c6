using Kthena.Mutations.Rules;

namespace Kthena.Mutations;

/// <summary>What a mutation changes, as lines.</summary>
/// <param name="Line">The line in the rule's file, from 1, on which the change begins.</param>
/// <param name="Before">The lines that go, without the spaces around them.</param>
/// <param name="After">The lines that come, without the spaces around them.</param>
public sealed record MutationDiff(int Line, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    internal static MutationDiff Of(Rule rule, IReadOnlyList<FieldChange> changes)
    {
        var parts = changes.Select(c => Of(rule, c)).ToList();
        return new(parts.Min(p => p.Line), [.. parts.SelectMany(p => p.Before)], [.. parts.SelectMany(p => p.After)]);
    }

    private static MutationDiff Of(Rule rule, FieldChange change)
    {
        var old = rule[change.Path];
        var (before, after) = (Lines(old?.Value), Lines(change.Value));
        var same = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        var rest = before.Skip(same).Reverse().Zip(after.Skip(same).Reverse()).TakeWhile(p => p.First == p.Second).Count();
        // A value of one line says by its name what it is; a line of a longer one speaks for itself.
        var name = before.Count > 1 || after.Count > 1 ? "" : change.Path + ": ";
        return new(
            (old?.Line ?? rule.Fields[0].Line) + same,
            [.. before.Skip(same).SkipLast(rest).Select(l => name + l)],
            [.. after.Skip(same).SkipLast(rest).Select(l => name + l)]);
    }

    private static List<string> Lines(string? value) => value is null ? [] : [.. value.TrimEnd().Split('\n').Select(l => l.Trim())];
}
