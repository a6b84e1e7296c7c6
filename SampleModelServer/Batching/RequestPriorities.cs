using System.Collections.Frozen;

namespace Kthena.SampleModelServer.Batching;

/// <summary>The names of priorities in requests and in labels, and what each is worth.</summary>
internal static class RequestPriorities
{
    private static readonly string[] s_names = ["high", "normal", "low"];
    private static readonly double[] s_shares = [1, 0.9, 0.5];
    private static readonly TimeSpan[] s_allowances = [TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1)];

    private static readonly FrozenDictionary<string, RequestPriority> s_byName = All.ToFrozenDictionary(priority => priority.Name());

    public static IReadOnlyList<RequestPriority> All => [RequestPriority.High, RequestPriority.Normal, RequestPriority.Low];

    public static string Names => string.Join(", ", s_names.Select(name => $"'{name}'"));

    public static string Name(this RequestPriority priority) => s_names[(int)priority];

    public static bool TryParse(string name, out RequestPriority priority) => s_byName.TryGetValue(name, out priority);

    /// <summary>How much of a queue may be taken when a request of this priority comes: the rest is kept for those above it.</summary>
    public static double Share(this RequestPriority priority) => s_shares[(int)priority];

    /// <summary>
    /// How much later a request is due than a high one that came at the same time. The earliest due is served first, so a request waits
    /// behind later ones for no longer than this, and none starves.
    /// </summary>
    public static TimeSpan Allowance(this RequestPriority priority) => s_allowances[(int)priority];
}
