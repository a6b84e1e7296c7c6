using System.Security.Cryptography;
using Kthena.Lookout.Settings;
using Microsoft.Net.Http.Headers;

namespace Kthena.Lookout.Dashboards;

/// <summary><c>/api/dashboards</c> lists them, <c>/api/dashboards/{uid}</c> is the file of one.</summary>
internal static class DashboardEndpoints
{
    private const string Root = "/api/dashboards";

    public static void MapDashboards(this IEndpointRouteBuilder routes)
    {
        var folder = new DashboardFolder(routes.ServiceProvider.GetRequiredService<LookoutOptions>().Dashboards);
        routes.MapGet(Root, async (HttpResponse response, CancellationToken cancellationToken) =>
        {
            response.Headers.CacheControl = "no-cache";
            var files = await folder.ReadAsync(cancellationToken);
            return Results.Json(files.Select(file => file.Summary), Api.Json);
        });
        routes.MapGet($"{Root}/{{uid}}", async (string uid, HttpResponse response, CancellationToken cancellationToken) =>
        {
            response.Headers.CacheControl = "no-cache";
            var files = await folder.ReadAsync(cancellationToken);
            return files.FirstOrDefault(file => file.Summary.Uid == uid) switch
            {
                null => Results.Problem($"No dashboard has the uid '{uid}'. {Root} lists those that there are.", statusCode: StatusCodes.Status404NotFound),
                { Summary.Error: { } error } => Results.Problem(error, title: "The dashboard's file cannot be read", statusCode: StatusCodes.Status422UnprocessableEntity),
                { Content: var content } => Results.Bytes(content, "application/json", entityTag: Tag(content.Span)),
            };
        });
    }

    private static EntityTagHeaderValue Tag(ReadOnlySpan<byte> content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
}
