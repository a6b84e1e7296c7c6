using System.Text.RegularExpressions;

namespace Kthena.Slo.Specs;

/// <summary>What services, objectives, labels and alerts may be called; each check gives what is wrong, or null.</summary>
internal static partial class Names
{
    public static string? CheckName(string name) => NameForm().IsMatch(name)
        ? null
        : $"'{name}' is no valid name; use letters, digits, '.', '_' and '-', with a letter or digit at both ends";

    public static string? CheckLabel(string name) => name switch
    {
        "alertname" or "__name__" => $"the label '{name}' is Prometheus' own; choose another name",
        _ when name.StartsWith("sloth_", StringComparison.Ordinal) => $"labels that start with sloth_ are the generator's ('{name}'); choose another name",
        _ => CheckAnnotation(name),
    };

    public static string? CheckAnnotation(string name) => LabelForm().IsMatch(name)
        ? null
        : $"'{name}' is no valid name of a label or annotation; use letters, digits and '_', not starting with a digit";

    [GeneratedRegex(@"\A[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex LabelForm();
}
