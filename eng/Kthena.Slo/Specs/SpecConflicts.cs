namespace Kthena.Slo.Specs;

/// <summary>What is wrong between specifications that are each valid.</summary>
public static class SpecConflicts
{
    /// <summary>Objectives that two files declare: their series would be the same.</summary>
    public static IReadOnlyList<SpecError> Find(IReadOnlyList<(string File, ServiceLevelSpec Spec)> specs)
    {
        ArgumentNullException.ThrowIfNull(specs);
        var errors = new List<SpecError>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, spec) in specs)
        foreach (var objective in spec.Objectives)
        {
            var id = $"{spec.Service}-{objective.Name}";
            if (!seen.TryAdd(id, file))
                errors.Add(new(file, objective.Position, "name", $"the objective {id} is also in {seen[id]}; the names of service and objective must differ together"));
        }

        return errors;
    }
}
