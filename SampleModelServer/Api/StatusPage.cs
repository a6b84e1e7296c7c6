using System.Net;
using System.Net.Mime;
using System.Text;
using Kthena.SampleModelServer.Faults;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Api;

/// <summary><c>GET /</c>: which server this is, its models, and the faults that were injected, for people.</summary>
internal sealed class StatusPage(ModelRegistry registry, FaultBoard? faults = null)
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        // Nothing but its own text: no script, no picture, no frame.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await context.Response.WriteAsync(Html(), context.RequestAborted);
    }

    private string Html()
    {
        var html = new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8><title>Kthena model server</title><h1>Kthena model server</h1>");
        if (faults?.Active is { Count: > 0 } active)
        {
            html.Append("<p style=\"background:#b00;color:#fff;padding:1em\"><strong>FAULT INJECTION ACTIVE</strong>");
            foreach (var fault in active)
                html.Append("<br>").Append(Encode($"{fault.Name} on {fault.Target} {fault.End}"));
        }

        html.Append("<ul>");
        foreach (var entry in registry.All)
            html.Append("<li>").Append(Encode($"{entry.Id} {entry.Status.Description?.Version}: {entry.Status.State.Name()} {entry.Status.Reason}"));
        return html.Append("</ul><p><code>/classify /v1/models /healthz /readyz</code>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text.TrimEnd());
}
