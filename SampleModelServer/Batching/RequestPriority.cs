namespace Kthena.SampleModelServer.Batching;

/// <summary>How urgent a request is, in the order in which requests are served.</summary>
internal enum RequestPriority
{
    High,
    Normal,
    Low,
}
