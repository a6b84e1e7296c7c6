using Kthena.Lookout.Settings;
using Markdig;

namespace Kthena.Lookout.Runbooks;

/// <summary><c>/api/runbooks/{alert}</c>: an alert's runbook, rendered.</summary>
internal static class RunbookEndpoints
{
    // HTML in the Markdown is shown as text.
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static void MapRunbooks(this IEndpointRouteBuilder routes)
    {
        var folder = routes.ServiceProvider.GetRequiredService<LookoutOptions>().Runbooks is { } directory ? new RunbookFolder(directory) : null;
        routes.MapGet("/api/runbooks/{alert}", async (string alert, HttpResponse response, CancellationToken cancellationToken) =>
        {
            response.Headers.CacheControl = "no-cache";
            return (folder is null ? null : await folder.ReadAsync(alert, cancellationToken)) is { } markdown
                ? Results.Json(new Runbook(alert, Markdown.ToHtml(markdown, s_pipeline)), Api.Json)
                : Results.Problem(
                    folder is null ? "Lookout was started without --runbooks DIR." : $"There is no runbook of '{alert}'.", statusCode: StatusCodes.Status404NotFound);
        });
    }

    private sealed record Runbook(string Alert, string Html);
}
