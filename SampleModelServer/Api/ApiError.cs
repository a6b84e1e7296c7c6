using System.Globalization;

namespace Kthena.SampleModelServer.Api;

/// <summary>An error in OpenAI's shape: <c>{"error":{"message","type","param","code"}}</c>.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="Code">A stable name for programs.</param>
/// <param name="Param">The field that is wrong, if it is one.</param>
/// <param name="RetryAfter">When another try makes sense, in whole seconds.</param>
internal sealed record ApiError(int Status, string Message, string Code, string? Param = null, TimeSpan? RetryAfter = null)
{
    private string Type => Status switch
    {
        >= StatusCodes.Status500InternalServerError => "server_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        _ => "invalid_request_error",
    };

    /// <summary>Sets status, headers and body, and sends nothing yet.</summary>
    /// <returns>The size of the body.</returns>
    public long Write(HttpResponse response)
    {
        response.StatusCode = Status;
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return JsonBody.Write(response, this, static (writer, error) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("message", error.Message);
            writer.WriteString("type", error.Type);
            writer.WriteString("param", error.Param);
            writer.WriteString("code", error.Code);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }
}
