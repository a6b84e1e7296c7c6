namespace Kthena.Bench.ModelServer.Processes;

/// <summary>Settings of the servers that are measured: one model, one thread that computes, and no measurement of accuracy in between.</summary>
internal static class ServerSettings
{
    public const string Model = "lande-t50";

    public static IReadOnlyDictionary<string, string> Cached { get; } = new Dictionary<string, string>
    {
        ["Models:Ids:0"] = Model,
        ["Inference:Workers"] = "1",
        ["Accuracy:Interval"] = "00:00:00",
    };

    public static IReadOnlyDictionary<string, string> Uncached { get; } = With(Cached, "Cache:Capacity", "0");

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> settings, string key, string value) =>
        new Dictionary<string, string>(settings) { [key] = value };
}
