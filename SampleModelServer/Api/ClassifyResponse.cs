using System.Text.Json;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Api;

/// <summary>
/// The answer to <c>POST /classify</c> in vLLM's shape, and one field more: <c>labels</c>, once, names the classes in the order of
/// <c>probs</c>. Tokens are those of the model: UTF-16 units of the normalised text for a network of n-grams.
/// </summary>
internal static class ClassifyResponse
{
    /// <returns>The size of the body.</returns>
    public static long Write(HttpResponse response, Classification classification, DateTimeOffset created)
    {
        using var activity = ServerActivity.Source.StartActivity("inference.respond");
        return JsonBody.Write(response, (response.HttpContext, classification, created), static (writer, answer) =>
        {
            var (context, classification, created) = answer;
            writer.WriteStartObject();
            writer.WriteString("id", $"classify-{context.TraceIdentifier}");
            writer.WriteString("object", "list");
            writer.WriteNumber("created", created.ToUnixTimeSeconds());
            writer.WriteString("model", classification.Model.Id);
            WriteLabels(writer, classification.Model.Labels);
            writer.WriteStartArray("data");
            for (var i = 0; i < classification.Count; i++)
                WriteItem(writer, classification, i);
            writer.WriteEndArray();
            WriteUsage(writer, classification.Tokens);
            writer.WriteEndObject();
        });
    }

    private static void WriteLabels(Utf8JsonWriter writer, IReadOnlyList<string> labels)
    {
        writer.WriteStartArray("labels");
        for (var i = 0; i < labels.Count; i++)
            writer.WriteStringValue(labels[i]);
        writer.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter writer, Classification classification, int index)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", index);
        writer.WriteString("label", classification.Label(index));
        writer.WriteStartArray("probs");
        foreach (var probability in classification.Probabilities(index))
            writer.WriteNumberValue(probability);
        writer.WriteEndArray();
        writer.WriteNumber("num_classes", classification.Model.Labels.Count);
        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, int tokens)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", tokens);
        writer.WriteNumber("total_tokens", tokens);
        writer.WriteNumber("completion_tokens", 0);
        writer.WriteNull("prompt_tokens_details");
        writer.WriteEndObject();
    }
}
