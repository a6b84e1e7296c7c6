using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.GraphReport;

/// <summary>
/// The fault that the graph itself takes: <c>PUT</c> and <c>DELETE /faults/stuck-autoscaling</c>, and <c>GET /faults</c>, in the form of the model
/// server's.
/// </summary>
internal sealed class StuckAutoscalingEndpoints(ResourceStates states, StuckDeployments stuck, ILogger logger)
{
    private const string Name = "stuck-autoscaling";
    private const double MaxSeconds = 24 * 60 * 60;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public void Map(WebApplication app)
    {
        app.MapGet("/faults", () => Results.Json(new { faults = stuck.All.Select(Report) }));
        app.MapDelete("/faults", () => Clear(null));
        app.MapPut($"/faults/{Name}", (Delegate)PutAsync);
        app.MapDelete($"/faults/{Name}", (string? model) => Clear(model));
        app.MapMethods("/faults/{name}", [HttpMethods.Put, HttpMethods.Delete], () => Error(400, "unknown_fault", "name", $"The graph takes the fault '{Name}' only."));
    }

    private async Task<IResult> PutAsync(HttpContext context)
    {
        Request? request;
        try
        {
            request = context.Request.ContentLength == 0 ? new Request() : await JsonSerializer.DeserializeAsync<Request>(context.Request.Body, s_json, context.RequestAborted);
        }
        catch (JsonException exception)
        {
            return Error(400, "invalid_json", null, $"The body is not valid JSON: {exception.Message}");
        }

        request ??= new Request();
        if (request.For is <= 0 or > MaxSeconds) return Error(400, "invalid_value", "for", $"Invalid value for 'for': give seconds, above 0 and up to {MaxSeconds}.");
        if (request.Share is not null) return Error(400, "invalid_value", "share", $"Invalid value for 'share': give none: '{Name}' is not about a share of the requests.");
        if (request.Value is not null) return Error(400, "invalid_value", "value", $"Invalid value for 'value': give none: '{Name}' has no value.");
        if (Deployments(request.Model) is not { Count: > 0 } deployments) return UnknownModel(request.Model);

        TimeSpan? time = request.For is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var held = deployments.Select(deployment => stuck.Hold(deployment, time)).ToList();
        held.ForEach(each => logger.LogWarning("FAULT INJECTION BEGINS: {Fault} on {Deployment} {End}", Name, each.Deployment, each.Until is { } until ? $"until {until:u}" : "until it is cleared"));
        return Results.Json(Report(held[0]) with { Model = request.Model });
    }

    private IResult Clear(string? model)
    {
        if (Deployments(model) is not { Count: > 0 } deployments) return UnknownModel(model);

        foreach (var deployment in deployments.Where(stuck.Contains))
        {
            stuck.Release(deployment);
            logger.LogWarning("FAULT INJECTION ENDS: {Fault} on {Deployment}", Name, deployment);
        }

        return Results.NoContent();
    }

    private List<string> Deployments(string? model) => [.. states.Deployments.SelectMany(DeploymentMetrics.Deployments)
        .Where(deployment => deployment.EndsWith(StuckDeployment.Suffix, StringComparison.Ordinal))
        .Where(deployment => string.IsNullOrEmpty(model) || deployment == model + StuckDeployment.Suffix)];

    private static IResult UnknownModel(string? model) => Error(404, "model_not_found", "model", $"The graph has no deployment of the model '{model}'.");

    private static Fault Report(StuckDeployment stuck) => new(Name, stuck.Model, null, 1, null, stuck.Since, stuck.Until);

    // OpenAI's shape, as the model server's.
    private static IResult Error(int status, string code, string? param, string message) =>
        Results.Json(new { error = new { message, type = "invalid_request_error", param, code } }, statusCode: status);

    private sealed record Request(string? Model = null, double? For = null, double? Share = null, double? Value = null);

    private sealed record Fault(string Name, string? Model, int? Gpu, double Share, double? Value, DateTimeOffset Since, DateTimeOffset? Until);
}
