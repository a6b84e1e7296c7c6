namespace Kthena.SampleModelServer.Models;

internal static class ModelStates
{
    private static readonly string[] s_names = [.. Enum.GetNames<ModelState>().Select(name => name.ToLowerInvariant())];

    /// <summary>The state as the API writes it.</summary>
    public static string Name(this ModelState state) => s_names[(int)state];
}
