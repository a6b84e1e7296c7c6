using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Hosting.GraphReport.Runbooks;

/// <summary><c>/runbooks</c> lists them, <c>/runbooks/{alert}.md</c> is one.</summary>
internal static class RunbookEndpoints
{
    private const string Root = "/runbooks";

    public static void MapRunbooks(this IEndpointRouteBuilder routes, RunbookFolder folder)
    {
        routes.MapGet(Root, () => new MarkdownPage("Runbooks", List(folder)));
        routes.MapGet($"{Root}/{{file}}", async (string file, CancellationToken cancellationToken) =>
            await folder.ReadAsync(file, cancellationToken) is { } markdown
                ? new MarkdownPage(Path.GetFileNameWithoutExtension(file), markdown)
                : Results.Text($"There is no such runbook. {Root} lists those that there are.\n", statusCode: StatusCodes.Status404NotFound));
    }

    private static string List(RunbookFolder folder) => string.Join('\n', (string[])
    [
        "# Runbooks",
        "",
        .. folder.Files.Select(file => $"- [{Path.GetFileNameWithoutExtension(file).Replace("_", @"\_", StringComparison.Ordinal)}]({Root}/{file})"),
        "",
    ]);
}
