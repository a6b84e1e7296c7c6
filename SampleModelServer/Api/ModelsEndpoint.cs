using System.Text.Json;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Api;

/// <summary>
/// <c>GET /v1/models</c> and <c>GET /v1/models/{id}</c> in OpenAI's shape, vLLM's <c>root</c> (the model that it is
/// made from), and the state and version of each model in fields of their own.
/// </summary>
internal sealed class ModelsEndpoint(ModelRegistry registry)
{
    private const string Owner = "kthena-sample-model-server";

    public async Task ListAsync(HttpContext context)
    {
        JsonBody.Write(context.Response, registry.All, static (writer, models) =>
        {
            writer.WriteStartObject();
            writer.WriteString("object", "list");
            writer.WriteStartArray("data");
            foreach (var model in models)
                Write(writer, model);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        await context.Response.BodyWriter.FlushAsync();
    }

    public async Task GetAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        if (registry.TryGet(id, out var entry))
            JsonBody.Write(context.Response, entry, Write);
        else
            ApiErrors.ModelNotFound(id).Write(context.Response);
        await context.Response.BodyWriter.FlushAsync();
    }

    /// <summary>The JSON object of one model.</summary>
    public static void Write(Utf8JsonWriter writer, ModelEntry entry)
    {
        var status = entry.Status;
        writer.WriteStartObject();
        writer.WriteString("id", entry.Id);
        writer.WriteString("object", "model");
        writer.WriteNumber("created", entry.Created.ToUnixTimeSeconds());
        writer.WriteString("owned_by", Owner);
        writer.WriteString("root", status.Description?.Root);
        writer.WriteString("state", status.State.Name());
        writer.WriteString("reason", status.Reason);
        writer.WriteString("version", status.Description?.Version);
        writer.WriteString("source", status.Description?.Source);
        writer.WriteString("license", status.Description?.License);
        writer.WriteEndObject();
    }
}
