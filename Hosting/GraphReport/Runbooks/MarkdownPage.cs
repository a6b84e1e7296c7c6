using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Markdig;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.GraphReport.Runbooks;

/// <summary>Markdown for whoever asks: a plain page for a browser, the text itself for everybody else.</summary>
internal sealed class MarkdownPage(string title, string markdown) : IResult
{
    private const string Style =
        """
        :root { color-scheme: light dark }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
        pre { overflow-x: auto; padding: .6rem; border: 1px solid }
        table { border-collapse: collapse }
        th, td { border: 1px solid; padding: .2rem .5rem; text-align: left }
        """;

    // HTML in the Markdown is shown as text.
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    // Nothing is loaded and nothing runs; the one style is known by its hash.
    private static readonly string s_policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = s_policy;
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = "Accept";
        return WantsHtml(httpContext.Request)
            ? Results.Text(Html(), "text/html", Encoding.UTF8).ExecuteAsync(httpContext)
            : Results.Text(markdown, "text/markdown", Encoding.UTF8).ExecuteAsync(httpContext);
    }

    // What names neither, as curl's */*, gets the file as it is.
    private static bool WantsHtml(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Quality("text/html") > Quality("text/markdown");

        double Quality(string mediaType) => accepted
            .Where(accept => accept.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)).Select(accept => accept.Quality ?? 1).DefaultIfEmpty().Max();
    }

    private string Html() =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{HtmlEncoder.Default.Encode(title)}</title><style>{Style}</style></head>
        <body>
        {Markdown.ToHtml(markdown, s_pipeline)}
        </body>
        </html>

        """;
}
