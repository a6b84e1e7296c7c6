namespace Kthena.GpuExporter.Software;

/// <summary>One series of an exposition.</summary>
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);
