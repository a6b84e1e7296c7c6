namespace Aspire.Hosting.Orchestration.Containers;

/// <summary>A directory of the host, or a volume of the engine (anonymous without <paramref name="Source"/>).</summary>
internal sealed record ContainerMount(string? Source, string Target, bool IsVolume, bool IsReadOnly)
{
    /// <summary>The value of <c>--mount</c>: a line of comma-separated fields, quoted where a path has a comma or a quote.</summary>
    public string ToOption()
    {
        List<string> fields = [$"type={(IsVolume ? "volume" : "bind")}"];
        if (Source is not null) fields.Add($"source={Source}");
        fields.Add($"target={Target}");
        if (IsReadOnly) fields.Add("readonly");
        return string.Join(',', fields.Select(Quote));
    }

    private static string Quote(string field)
        => field.AsSpan().ContainsAny(",\"\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
