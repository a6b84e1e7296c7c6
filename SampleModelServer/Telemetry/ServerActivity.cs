using System.Diagnostics;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>The server's spans: one for each stage of a request, one for each load of a model.</summary>
internal static class ServerActivity
{
    public const string ModelId = "kthena.model.id";
    public const string Backend = "kthena.backend";
    public const string InputCount = "kthena.input.count";
    public const string Priority = "kthena.priority";
    public const string CacheHits = "kthena.cache.hits";
    public const string RequestId = "kthena.request.id";

    public static readonly ActivitySource Source = new("Kthena.SampleModelServer");
}
