using Kthena.Lookout.CommandLine;
using Kthena.Lookout.Settings;
using Microsoft.Extensions.FileProviders;

namespace Kthena.Lookout.Page;

/// <summary>The page, beside the program in <c>wwwroot</c>: one document for every address, scripts and styles under names that change with their content.</summary>
internal static class PageFiles
{
    private const string Assets = "/assets";
    private const string Document = "index.html";

    private static readonly string[] s_pages = ["/", "/graph", "/dashboards", "/d/{uid}", "/d/{uid}/{slug}", "/alerts", "/slos", "/traces", "/logs"];

    /// <exception cref="SettingException">The page was not built.</exception>
    public static void MapPage(this WebApplication app)
    {
        var root = Path.Join(AppContext.BaseDirectory, "wwwroot");
        if (!File.Exists(Path.Join(root, Document)))
            throw new SettingException($"The page is missing: there is no {Document} in {root}. Build Lookout again.", ExitCodes.Failure);

        var files = new PhysicalFileProvider(root);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = Caching(file.Context.Request.Path) });
        foreach (var page in s_pages)
            app.MapMethods(page, [HttpMethods.Get, HttpMethods.Head], context => SendAsync(context, files));
    }

    private static Task SendAsync(HttpContext context, PhysicalFileProvider files)
    {
        var document = files.GetFileInfo(Document);
        context.Response.Headers.CacheControl = Caching(context.Request.Path);
        return Results.File(document.PhysicalPath!, "text/html; charset=utf-8", lastModified: document.LastModified).ExecuteAsync(context);
    }

    private static string Caching(PathString path) => path.StartsWithSegments(Assets, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
}
