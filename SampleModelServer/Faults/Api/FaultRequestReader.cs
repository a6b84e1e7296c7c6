using System.Globalization;
using System.Text.Json;
using Kthena.SampleModelServer.Api;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Faults.Api;

/// <summary>Reads and checks what a fault shall be.</summary>
internal sealed class FaultRequestReader(ModelRegistry registry, TimeProvider time)
{
    private const int MaxBodyBytes = 4096;
    private const double MaxSeconds = 24 * 60 * 60;
    private const int MaxGpu = 15;

    /// <returns>The fault, with null for the model where it strikes all models.</returns>
    /// <exception cref="ApiException">The body is no such request; the error names the field.</exception>
    public async Task<ActiveFault> ReadAsync(FaultDefinition definition, HttpRequest http)
    {
        var request = await ReadAsync(http);
        Check(request.For is null or (> 0 and <= MaxSeconds), "for", $"seconds, above 0 and up to {MaxSeconds}");
        Check(request.Share is null or (> 0 and <= 1), "share", "a number above 0 and up to 1");
        Check(request.Gpu is null or (>= 0 and <= MaxGpu), "gpu", $"the index of a GPU, 0 to {MaxGpu}");
        Check(request.Share is null || definition.TakesShare, "share", $"none: '{definition.Name}' is not about a share of the requests");
        Check(request.Model is null || definition.Scope == FaultScope.Model, "model", $"none: '{definition.Name}' is not about one model");
        Check(request.Gpu is null || definition.Scope == FaultScope.Gpu, "gpu", $"none: '{definition.Name}' is not about a GPU");
        if (request.Model is { } model && !registry.TryGet(model, out _))
            throw new ApiException(ApiErrors.ModelNotFound(model));

        var now = time.GetUtcNow();
        return new ActiveFault(
            definition.Name, request.Model, definition.Scope == FaultScope.Gpu ? request.Gpu ?? 0 : null, request.Share ?? 1,
            Value(definition, request.Value), now, request.For is { } seconds ? now.AddSeconds(seconds) : null);
    }

    private static async Task<FaultRequest> ReadAsync(HttpRequest http)
    {
        using var body = new MemoryStream();
        var buffer = new byte[MaxBodyBytes];
        for (int read; (read = await http.Body.ReadAsync(buffer, http.HttpContext.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBodyBytes)
                throw new ApiException(new ApiError(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {MaxBodyBytes} bytes.", "request_too_large"));
        }

        try
        {
            // No body is as good as an empty object: everything has a default.
            return body.Length == 0
                ? new FaultRequest()
                : JsonSerializer.Deserialize(body.ToArray(), FaultJson.Default.FaultRequest) ?? new FaultRequest();
        }
        catch (JsonException exception)
        {
            throw new ApiException(ApiErrors.InvalidJson(exception.Message));
        }
    }

    private static double? Value(FaultDefinition definition, double? given)
    {
        if (definition.Value is not { } value)
        {
            Check(given is null, "value", $"none: '{definition.Name}' has no value");
            return null;
        }

        Check(
            given is null || (given >= value.Min && given <= value.Max), "value",
            string.Create(CultureInfo.InvariantCulture, $"{value.Unit}, from {value.Min} to {value.Max}"));
        return given ?? value.Default;
    }

    private static void Check(bool isRight, string param, string expected)
    {
        if (!isRight)
            throw new ApiException(ApiErrors.InvalidValue(param, expected));
    }
}
