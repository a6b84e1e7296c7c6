using System.Text.RegularExpressions;

namespace Kthena.GpuExporter.Attribution;

/// <summary>Values of the label <c>model_id</c>.</summary>
internal static partial class ModelId
{
    public const string Label = "model_id";

    /// <summary>A model whose name is none that a label may have.</summary>
    public const string Unknown = "_unknown_";

    /// <summary>Several models: a device's own series are never counted once for each of them.</summary>
    public const string Multiple = "_multiple_";

    /// <summary>The rule of the model server's ids: up to 63 of a-z, 0-9, dot, dash and underscore.</summary>
    public static bool IsValid(string id) => Valid().IsMatch(id);

    /// <summary>Of two users of one device, "" for none.</summary>
    public static string Merge(string one, string other) =>
        one.Length == 0 || one == other ? other : other.Length == 0 ? one : Multiple;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,62}\z")]
    private static partial Regex Valid();
}
