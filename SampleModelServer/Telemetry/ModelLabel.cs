namespace Kthena.SampleModelServer.Telemetry;

/// <summary>Values of the label <c>model_id</c>: the known ids, and one value for every name that callers invent.</summary>
internal static class ModelLabel
{
    public const string Name = "model_id";
    public const string Unknown = "_unknown_";
}
