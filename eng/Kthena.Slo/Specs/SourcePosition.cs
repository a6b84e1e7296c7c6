namespace Kthena.Slo.Specs;

/// <summary>A place in a file; lines and columns count from 1.</summary>
public readonly record struct SourcePosition(int Line, int Column);
