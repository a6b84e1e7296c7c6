namespace Kthena.GpuExporter.Attribution.Local;

/// <summary>Finds models in an environment: <c>KTHENA_MODEL_ID</c>, else the sample server's <c>Models__Ids__0</c>, <c>__1</c> and so on.</summary>
internal static class EnvironmentModels
{
    private const string ModelId = "KTHENA_MODEL_ID=";
    private const string ModelIds = "Models__Ids__";

    public static string[] In(IReadOnlyCollection<string> environment)
    {
        if (environment.FirstOrDefault(entry => entry.StartsWith(ModelId, StringComparison.Ordinal)) is { } own && own.Length > ModelId.Length)
            return [own[ModelId.Length..]];

        // .NET's configuration does not care about case.
        return [.. environment.Where(entry => entry.StartsWith(ModelIds, StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..])
            .Where(id => id.Length > 0)];
    }
}
