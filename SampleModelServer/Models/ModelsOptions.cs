using System.Text.RegularExpressions;

namespace Kthena.SampleModelServer.Models;

/// <summary>Which models the server serves, and where their files are.</summary>
/// <param name="Directory">
/// Configuration key <c>Models:Directory</c>: the folder of the files, <c>models</c> beside the executable by default; a relative path
/// counts from there.
/// </param>
/// <param name="Ids">
/// Configuration keys <c>Models:Ids:0</c>, <c>Models:Ids:1</c> and so on, <c>lande-t50</c> and <c>lande-t50-pruned</c> by default. A model is the
/// file <c>{id}.safetensors</c>. Ids are label values of every metric, so they are bounded: up to 63 of a-z, 0-9, dot, dash and underscore.
/// </param>
internal sealed partial record ModelsOptions(string Directory, IReadOnlyList<string> Ids)
{
    private static readonly string[] s_ids = ["lande-t50", "lande-t50-pruned"];

    /// <exception cref="SettingsException">A setting is out of its range; the message names it and what it may be.</exception>
    public static ModelsOptions Read(IConfiguration configuration)
    {
        var ids = configuration.GetSection("Models:Ids").GetChildren().Select(item => item.Value ?? "").ToArray();
        if (ids.FirstOrDefault(id => !Id().IsMatch(id)) is { } invalid)
            throw new SettingsException($"Models:Ids has '{invalid}': an id begins with a-z or 0-9 and has up to 63 of a-z, 0-9, '.', '-' and '_'.");
        if (ids.Distinct().Count() != ids.Length)
            throw new SettingsException("Models:Ids has the same id twice.");

        return new ModelsOptions(
            Path.Combine(AppContext.BaseDirectory, configuration["Models:Directory"] is { Length: > 0 } directory ? directory : "models"),
            ids is [] ? s_ids : ids);
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,62}\z")]
    private static partial Regex Id();
}
