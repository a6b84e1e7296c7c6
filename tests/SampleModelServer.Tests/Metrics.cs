using System.Globalization;

namespace Kthena.SampleModelServer.Tests;

/// <summary>An exposition in the text format, series by series.</summary>
internal sealed class Metrics(string text, IReadOnlyDictionary<string, double> series)
{
    public string Text => text;

    public IEnumerable<string> Series => series.Keys;

    /// <summary>The value of a series, written as the exposition writes it; a missing one is an error.</summary>
    public double this[string name] => series.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"{name} is not in:\n{text}");

    public double Requests(string model, int status) => this[$"kthena_inference_requests_total{{model_id=\"{model}\",status=\"{status}\"}}"];

    public double Of(string name, string model = TestServer.Model) => this[$"{name}{{model_id=\"{model}\"}}"];

    public static Metrics Parse(string text) => new(text, text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.LastIndexOf(' ') is var space ? (Name: line[..space], Value: line[(space + 1)..]) : default)
        .ToDictionary(sample => sample.Name, sample => double.Parse(sample.Value, CultureInfo.InvariantCulture)));
}
