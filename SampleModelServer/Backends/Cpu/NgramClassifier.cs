using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Backends.Cpu;

/// <summary>
/// Relative frequencies of n-grams, a hidden layer with a rectifier, an output layer with softmax: the network of lande 1.0.10. A token is a
/// UTF-16 unit of the normalised text.
/// </summary>
internal sealed class NgramClassifier : ILoadedModel
{
    public const string Architecture = "ngram-mlp";

    private readonly NgramTable _ngrams;
    private readonly byte[] _lengths;
    private readonly DenseLayer _hidden;
    private readonly DenseLayer _output;

    private NgramClassifier(ModelDescription description, NgramTable ngrams, byte[] lengths, DenseLayer hidden, DenseLayer output)
    {
        Description = description;
        _ngrams = ngrams;
        _lengths = lengths;
        _hidden = hidden;
        _output = output;
    }

    public ModelDescription Description { get; }

    public long MemoryBytes => _ngrams.MemoryBytes + _lengths.LongLength + _hidden.MemoryBytes + _output.MemoryBytes;

    /// <exception cref="ModelFileException">The file does not hold such a network; the message says what is missing.</exception>
    public static NgramClassifier Load(SafetensorsFile file)
    {
        try
        {
            var ngrams = Strings(file, "ngrams");
            var labels = Strings(file, "labels");
            var zeroPoint = int.Parse(file.Metadata("zero_point"), CultureInfo.InvariantCulture);
            var hidden = file.Shape("hidden.bias") is [var width] ? width : throw new FormatException("'hidden.bias' is not a vector");

            return new NgramClassifier(
                new ModelDescription(
                    file.Metadata("model_id"), file.Metadata("version"), file.Metadata("root"), file.Metadata("license"), file.Metadata("source"), labels),
                new NgramTable(ngrams),
                [.. ngrams.Select(ngram => (byte)ngram.Length)],
                DenseLayer.Load(file, "hidden", zeroPoint, ngrams.Length, hidden),
                DenseLayer.Load(file, "output", zeroPoint, hidden, labels.Length));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or JsonException)
        {
            throw file.Problem(exception.Message, exception);
        }
    }

    public void Classify(ReadOnlySpan<string> texts, Span<float> probabilities, Span<int> tokens)
    {
        var counts = ArrayPool<int>.Shared.Rent(_ngrams.Count);
        var hidden = ArrayPool<float>.Shared.Rent(_hidden.Outputs);
        try
        {
            for (var i = 0; i < texts.Length; i++)
            {
                tokens[i] = Classify(
                    texts[i],
                    counts.AsSpan(0, _ngrams.Count),
                    hidden.AsSpan(0, _hidden.Outputs),
                    probabilities.Slice(i * _output.Outputs, _output.Outputs));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(hidden);
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    public void Dispose()
    {
        // Managed memory only.
    }

    private static string[] Strings(SafetensorsFile file, string key) =>
        JsonSerializer.Deserialize(file.Metadata(key), ModelJson.Default.StringArray) is { Length: > 0 } strings && Array.TrueForAll(strings, item => item is not null)
            ? strings
            : throw new FormatException($"'{key}' in the metadata is not a list of strings");

    private int Classify(string text, Span<int> counts, Span<float> hidden, Span<float> probabilities)
    {
        var tokens = CountNgrams(text, counts);

        _hidden.Begin(hidden);
        for (var input = 0; input < counts.Length; input++)
        {
            // Of a text of n units there are n - k + 1 n-grams of k units.
            if (counts[input] != 0)
                _hidden.Add(input, (float)((double)counts[input] / (tokens - _lengths[input] + 1)), hidden);
        }

        _output.Begin(probabilities);
        for (var input = 0; input < hidden.Length; input++)
        {
            if (hidden[input] > 0)
                _output.Add(input, hidden[input], probabilities);
        }

        // Without this, one large activation would overflow the exponential.
        TensorPrimitives.Subtract(probabilities, TensorPrimitives.Max<float>(probabilities), probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
        return tokens;
    }

    private int CountNgrams(string text, Span<int> counts)
    {
        var normalized = ArrayPool<char>.Shared.Rent(TextNormalizer.MaxLength(text.Length));
        try
        {
            var length = TextNormalizer.Normalize(text, normalized);
            counts.Clear();
            _ngrams.CountIn(normalized.AsSpan(0, length), counts);
            return length;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(normalized);
        }
    }
}
