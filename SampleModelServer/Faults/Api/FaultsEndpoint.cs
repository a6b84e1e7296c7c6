using Kthena.SampleModelServer.Api;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Faults.Api;

/// <summary>
/// <c>PUT /faults/{name}</c> injects a fault and answers when it is felt, <c>DELETE /faults/{name}</c> takes it back (of one model with
/// <c>?model=</c>, of one GPU with <c>?gpu=</c>), <c>DELETE /faults</c> takes all back, <c>GET /faults</c> lists those that are active.
/// </summary>
internal sealed class FaultsEndpoint(FaultCatalog catalog, FaultBoard board, FaultRequestReader reader, ModelRegistry registry)
{
    public Task ListAsync(HttpContext context) => AnswerAsync(context, () =>
    {
        JsonBody.Write(context.Response, board.Active, FaultWriter.Write);
        return Task.CompletedTask;
    });

    public Task PutAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var definition = Definition(context);
        var fault = await reader.ReadAsync(definition, context.Request);
        await board.BeginAsync(definition.Scope == FaultScope.Model && fault.Model is null
            ? [.. registry.All.Select(entry => fault with { Model = entry.Id })]
            : [fault]);
        JsonBody.Write(context.Response, fault, FaultWriter.Write);
    });

    public Task DeleteAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var definition = Definition(context);
        string? model = context.Request.Query["model"];
        string? gpu = context.Request.Query["gpu"];
        if (!string.IsNullOrEmpty(model) && !registry.TryGet(model, out _))
            throw new ApiException(ApiErrors.ModelNotFound(model));

        await board.EndAsync(fault => fault.Name == definition.Name
            && (string.IsNullOrEmpty(model) || fault.Model == model)
            && (string.IsNullOrEmpty(gpu) || fault.Gpu?.ToString(System.Globalization.CultureInfo.InvariantCulture) == gpu));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    });

    public Task DeleteAllAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        await board.EndAsync(_ => true);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    });

    private FaultDefinition Definition(HttpContext context) => catalog.TryGet((string)context.GetRouteValue("name")!, out var definition)
        ? definition
        : throw new ApiException(FaultErrors.Unknown(catalog));

    private static async Task AnswerAsync(HttpContext context, Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (ApiException exception)
        {
            exception.Error.Write(context.Response);
        }
        catch (FaultRefusedException refused)
        {
            FaultErrors.Refused(refused).Write(context.Response);
        }

        await context.Response.BodyWriter.FlushAsync();
    }
}
