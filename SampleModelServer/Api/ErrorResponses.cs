namespace Kthena.SampleModelServer.Api;

internal static class ErrorResponses
{
    /// <summary>Gives OpenAI's shape to every error that has no body of its own yet, so that a client needs one way to read errors.</summary>
    public static void UseOpenAIErrors(this WebApplication app)
    {
        app.UseExceptionHandler(errors => errors.Run(context => WriteAsync(context.Response, ApiErrors.Internal())));
        app.UseStatusCodePages(pages => pages.HttpContext.RequestAborted.IsCancellationRequested
            ? Task.CompletedTask
            : WriteAsync(pages.HttpContext.Response, For(pages.HttpContext)));
    }

    private static ApiError For(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ApiErrors.UnknownUrl(context.Request),
        StatusCodes.Status405MethodNotAllowed => ApiErrors.MethodNotAllowed(context.Request),
        var status => new ApiError(status, $"The server answered with status {status}.", "http_error"),
    };

    private static async Task WriteAsync(HttpResponse response, ApiError error)
    {
        error.Write(response);
        await response.BodyWriter.FlushAsync();
    }
}
