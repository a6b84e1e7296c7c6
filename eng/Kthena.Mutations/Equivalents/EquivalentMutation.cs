using System.Text.RegularExpressions;

namespace Kthena.Mutations.Equivalents;

/// <summary>Mutations that change nothing that a test could see, and why. In every part but the reason, <c>*</c> stands for any text.</summary>
public sealed class EquivalentMutation
{
    /// <summary>The name of the alert or recorded series.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The kind of the mutation.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The lines that go, as the difference shows them, joined by a space.</summary>
    public string Before { get; init; } = "";

    /// <summary>The lines that come, as the difference shows them, joined by a space; empty where nothing comes.</summary>
    public string After { get; init; } = "";

    /// <summary>Why the rule behaves as before.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether a mutation is one of these.</summary>
    public bool Matches(Mutation mutation) =>
        Matches(Rule, mutation.Rule.Name) && Matches(Kind, mutation.Kind)
        && Matches(Before, string.Join(' ', mutation.Diff.Before)) && Matches(After, string.Join(' ', mutation.Diff.After));

    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern.Trim()).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline);
}
