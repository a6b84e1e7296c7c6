using System.Numerics.Tensors;
using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Backends.Cpu;

/// <summary>
/// A fully connected layer in single precision. Weights are kept input by input, because most inputs are zero here: n-grams that a text
/// lacks, and what the rectifier cut off. An input that is zero costs nothing, any other one vectorised multiply-add.
/// </summary>
internal sealed class DenseLayer
{
    private readonly float[] _columns;
    private readonly float[] _bias;

    private DenseLayer(float[] columns, float[] bias)
    {
        _columns = columns;
        _bias = bias;
    }

    public int Outputs => _bias.Length;

    public long MemoryBytes => (_columns.LongLength + _bias.LongLength) * sizeof(float);

    /// <summary>
    /// Reads <c>{name}.weight</c>, <c>{name}.weight_scale</c>, <c>{name}.bias</c>, <c>{name}.bias_scale</c>, where
    /// value = (byte - zero point) / scale, with one scale for a row of weights.
    /// </summary>
    public static DenseLayer Load(SafetensorsFile file, string name, int zeroPoint, int inputs, int outputs)
    {
        var weights = file.ReadBytes($"{name}.weight", outputs, inputs);
        var scales = file.ReadDoubles($"{name}.weight_scale", outputs);
        var bias = file.ReadBytes($"{name}.bias", outputs);
        var biasScale = file.ReadDoubles($"{name}.bias_scale", 1)[0];

        var columns = new float[weights.Length];
        for (var output = 0; output < outputs; output++)
        {
            for (var input = 0; input < inputs; input++)
                columns[(input * outputs) + output] = Value(weights[(output * inputs) + input], scales[output]);
        }

        return new DenseLayer(columns, [.. bias.Select(value => Value(value, biasScale))]);

        float Value(byte value, double scale) => (float)((value - zeroPoint) / scale);
    }

    public void Begin(Span<float> outputs) => _bias.CopyTo(outputs);

    public void Add(int input, float value, Span<float> outputs) =>
        TensorPrimitives.MultiplyAdd(_columns.AsSpan(input * Outputs, Outputs), value, outputs, outputs);
}
