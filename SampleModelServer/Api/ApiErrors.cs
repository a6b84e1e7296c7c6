using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Pipeline;

namespace Kthena.SampleModelServer.Api;

/// <summary>Every error that the API answers.</summary>
internal static class ApiErrors
{
    // Long enough to recognise a name, short enough that an answer cannot be made long by its request.
    private const int MaxQuoted = 200;

    public static ApiError UnknownUrl(HttpRequest request) => new(
        StatusCodes.Status404NotFound, $"Unknown request URL: {request.Method} {Quote(request.Path)}. Please check the URL for typos.", "unknown_url");

    public static ApiError MethodNotAllowed(HttpRequest request) => new(
        StatusCodes.Status405MethodNotAllowed, $"Not allowed to {request.Method} on {Quote(request.Path)}.", "method_not_allowed");

    public static ApiError ModelNotFound(string model) => new(
        StatusCodes.Status404NotFound, $"The model '{Quote(model)}' does not exist. GET /v1/models lists those that do.", "model_not_found", "model");

    public static ApiError UnsupportedMediaType(string? contentType) => new(
        StatusCodes.Status415UnsupportedMediaType, $"The Content-Type is '{Quote(contentType ?? "")}': send JSON as application/json.", "unsupported_media_type");

    public static ApiError BodyTooLarge() => new(
        StatusCodes.Status413PayloadTooLarge, $"The body is larger than {InferenceOptions.MaxBodyBytes} bytes: send fewer or shorter texts.", "request_too_large");

    public static ApiError InvalidJson(string problem) => new(
        StatusCodes.Status400BadRequest, $"The body is not valid JSON: {Quote(problem)}", "invalid_json");

    public static ApiError Missing(string param) => new(
        StatusCodes.Status400BadRequest, $"Missing required parameter: '{param}'.", "missing_required_parameter", param);

    public static ApiError WrongType(string param, string expected) => new(
        StatusCodes.Status400BadRequest, $"Invalid type for '{param}': give {expected}.", "invalid_type", param);

    public static ApiError InvalidValue(string param, string expected) => new(
        StatusCodes.Status400BadRequest, $"Invalid value for '{param}': give {expected}.", "invalid_value", param);

    public static ApiError InvalidText(string param) => new(
        StatusCodes.Status400BadRequest, $"Invalid text for '{param}': it is not well-formed Unicode.", "invalid_text", param);

    public static ApiError Empty(string param) => new(
        StatusCodes.Status400BadRequest, $"Invalid '{param}': it is empty, give at least one character.", "empty_input", param);

    public static ApiError TooMany(string param, int count) => new(
        StatusCodes.Status400BadRequest, $"Invalid '{param}': {count} texts are more than {InferenceOptions.MaxInputs}.", "too_many_inputs", param);

    public static ApiError BodyTooSlow() => new(
        StatusCodes.Status408RequestTimeout, "The body did not arrive before the request's deadline.", "request_timeout");

    public static ApiError DeadlineExceeded() => new(
        StatusCodes.Status504GatewayTimeout, "The answer was not ready before the request's deadline.", "deadline_exceeded");

    public static ApiError ModelNotLoaded(string message) => new(StatusCodes.Status503ServiceUnavailable, message, "model_not_loaded", "model");

    public static ApiError LoadFailed(string model, string reason) => new(
        StatusCodes.Status500InternalServerError, $"The model '{model}' could not be loaded: {reason}", "model_load_failed", "model");

    public static ApiError Overloaded(QueueFullException full) => new(
        StatusCodes.Status429TooManyRequests, $"{full.Message} Try again later.", "overloaded", RetryAfter: full.RetryAfter);

    public static ApiError Internal() => new(
        StatusCodes.Status500InternalServerError, "The server had an error while processing the request. Its log has the details under the request id.", "internal_error");

    private static string Quote(string text) => text.Length <= MaxQuoted ? text : string.Concat(text.AsSpan(0, MaxQuoted), "...");
}
