using System.Buffers;
using System.Text.Json;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Api;

/// <summary>
/// The body of <c>POST /classify</c>, in vLLM's shape: <c>{"model": "id", "input": "text" or ["text", ...]}</c>, and <c>"priority"</c>, one of
/// high, normal and low. Other fields are ignored, as there.
/// </summary>
internal sealed class ClassifyRequestParser(ModelRegistry registry, BatchScheduler scheduler)
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    /// <exception cref="ApiException">The body is not such a request; the error names the field.</exception>
    /// <exception cref="QueueFullException">There is no room for it; found before all its texts are read, so that a refusal is cheap.</exception>
    public ClassificationRequest Parse(ReadOnlySequence<byte> body, InferenceCall call)
    {
        using var activity = ServerActivity.Source.StartActivity("inference.validate");
        try
        {
            using var document = JsonDocument.Parse(body, s_options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new ApiException(ApiErrors.InvalidJson("it is not an object."));

            var model = Model(document.RootElement);
            call.ModelId = model.Id;
            var priority = Priority(document.RootElement);
            return new ClassificationRequest(model, Texts(document.RootElement, scheduler.Of(model), priority), priority);
        }
        catch (JsonException exception)
        {
            throw new ApiException(ApiErrors.InvalidJson(exception.Message));
        }
    }

    private ModelEntry Model(JsonElement body)
    {
        var id = Text(Required(body, "model"), "model", "the id of a model as a string");
        return registry.TryGet(id, out var entry) ? entry : throw new ApiException(ApiErrors.ModelNotFound(id));
    }

    private static RequestPriority Priority(JsonElement body)
    {
        const string Param = "priority";
        if (!body.TryGetProperty(Param, out var element) || element.ValueKind == JsonValueKind.Null)
            return RequestPriority.Normal;

        return RequestPriorities.TryParse(Text(element, Param, "a string"), out var priority)
            ? priority
            : throw new ApiException(ApiErrors.InvalidValue(Param, $"one of {RequestPriorities.Names}"));
    }

    private static string[] Texts(JsonElement body, ModelBatcher batcher, RequestPriority priority)
    {
        const string Param = "input";
        const string Expected = "a string or a list of strings";
        var input = Required(body, Param);
        if (input.ValueKind != JsonValueKind.Array)
            return [NotEmpty(Text(input, Param, Expected), Param)];

        var count = input.GetArrayLength();
        if (count == 0)
            throw new ApiException(ApiErrors.Empty(Param));
        if (count > InferenceOptions.MaxInputs)
            throw new ApiException(ApiErrors.TooMany(Param, count));

        var texts = new string[count];
        var isFull = batcher.IsFull(priority);
        for (var i = 0; i < count; i++)
        {
            var param = $"{Param}[{i}]";
            texts[i] = NotEmpty(Text(input[i], param, "a string"), param);
            // The first text that has to be computed decides.
            if (isFull && batcher.Session is { } session && session.Cache?.Contains(texts[i]) is not true)
                throw batcher.Refuse(priority);
        }

        return texts;
    }

    private static JsonElement Required(JsonElement body, string param) =>
        body.TryGetProperty(param, out var element) ? element : throw new ApiException(ApiErrors.Missing(param));

    private static string Text(JsonElement element, string param, string expected)
    {
        if (element.ValueKind != JsonValueKind.String)
            throw new ApiException(ApiErrors.WrongType(param, expected));

        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8, or half of a surrogate pair.
            throw new ApiException(ApiErrors.InvalidText(param));
        }
    }

    private static string NotEmpty(string text, string param) =>
        text.Length > 0 ? text : throw new ApiException(ApiErrors.Empty(param));
}
