using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;

namespace Kthena.SampleModelServer.Api;

/// <summary>
/// <c>POST /v1/models/{id}/load</c> and <c>/unload</c>: answer when it is done, with the model as <c>GET /v1/models/{id}</c> shows it. Loading what
/// is loaded, and unloading what is not, changes nothing.
/// </summary>
internal sealed class LifecycleEndpoint(ModelRegistry registry, ModelLifecycle lifecycle, InferenceOptions options, TimeProvider time)
{
    public Task LoadAsync(HttpContext context) => ChangeAsync(context, lifecycle.LoadAsync);

    public Task UnloadAsync(HttpContext context) => ChangeAsync(context, lifecycle.UnloadAsync);

    private async Task ChangeAsync(HttpContext context, Func<ModelEntry, CancellationToken, Task<ModelStatus>> change)
    {
        var id = (string)context.GetRouteValue("id")!;
        if (registry.TryGet(id, out var entry))
            await ChangeAsync(context, entry, change);
        else
            ApiErrors.ModelNotFound(id).Write(context.Response);

        if (!context.RequestAborted.IsCancellationRequested)
            await context.Response.BodyWriter.FlushAsync();
    }

    private async Task ChangeAsync(HttpContext context, ModelEntry entry, Func<ModelEntry, CancellationToken, Task<ModelStatus>> change)
    {
        using var deadline = new CancellationTokenSource(options.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, deadline.Token);
        try
        {
            var status = await change(entry, either.Token);
            if (status.State == ModelState.Failed)
                ApiErrors.LoadFailed(entry.Id, status.Reason!).Write(context.Response);
            else
                JsonBody.Write(context.Response, entry, ModelsEndpoint.Write);
        }
        catch (OperationCanceledException)
        {
            // What was begun goes on; GET /v1/models/{id} tells how far it is.
            ApiErrors.DeadlineExceeded().Write(context.Response);
        }
    }
}
