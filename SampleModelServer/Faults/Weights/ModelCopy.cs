using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>A spoilt copy of a model's file, for as long as it is loaded.</summary>
internal sealed class ModelCopy : IDisposable
{
    private const string Weights = ".weight";

    private ModelCopy(byte[] content)
    {
        Path = System.IO.Path.GetTempFileName();
        System.IO.File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    /// <summary>A copy that lacks the last of its weights, as after a download that broke off.</summary>
    public static ModelCopy Corrupt(string path)
    {
        var content = System.IO.File.ReadAllBytes(path);
        return new ModelCopy(content[..(content.Length * 9 / 10)]);
    }

    /// <summary>A copy with noise on every weight.</summary>
    /// <param name="file">The model, with weights of a byte each.</param>
    /// <param name="noise">The standard deviation of the noise, in those of the weights themselves.</param>
    public static ModelCopy Noisy(SafetensorsFile file, double noise)
    {
        var content = System.IO.File.ReadAllBytes(file.Path);
        // The same noise each time, so that a fault is the same fault again.
        var random = new Random(1);
        foreach (var (name, offset, length) in file.Extents())
        {
            if (name.EndsWith(Weights, StringComparison.Ordinal))
                AddNoise(content.AsSpan((int)offset, (int)length), noise, random);
        }

        return new ModelCopy(content);
    }

    public void Dispose() => System.IO.File.Delete(Path);

    private static void AddNoise(Span<byte> weights, double noise, Random random)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var weight in weights)
            (sum, squares) = (sum + weight, squares + ((double)weight * weight));
        var mean = sum / weights.Length;
        var deviation = Math.Sqrt(Math.Max(0, (squares / weights.Length) - (mean * mean)));

        foreach (ref var weight in weights)
            weight = (byte)Math.Clamp(Math.Round(weight + (noise * deviation * Normal(random))), byte.MinValue, byte.MaxValue);
    }

    // Box and Muller's transform of two uniform numbers.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
