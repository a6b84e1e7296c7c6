namespace Kthena.SampleModelServer.Models.Safetensors;

/// <summary>A tensor as the header describes it.</summary>
/// <param name="Name">The tensor's name.</param>
/// <param name="Type">The element type, such as <c>F64</c> or <c>U8</c>.</param>
/// <param name="Shape">The dimensions, slowest first; empty for a scalar.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte after the last one.</param>
internal sealed record TensorEntry(string Name, string Type, int[] Shape, long Begin, long End)
{
    public long Length => End - Begin;

    public override string ToString() => $"{Type}[{string.Join(',', Shape)}]";
}
