namespace Kthena.SampleModelServer.Telemetry.Custom;

/// <summary>One entry of the file, checked.</summary>
/// <param name="Source">Where its numbers come from; name, type and labels are the source's.</param>
/// <param name="Help">The text of its <c># HELP</c> line.</param>
/// <param name="Buckets">The upper bounds of a histogram, ascending, without +Inf; empty for the other types.</param>
internal sealed record CustomMetricDefinition(CustomMetricSource Source, string Help, IReadOnlyList<double> Buckets);
