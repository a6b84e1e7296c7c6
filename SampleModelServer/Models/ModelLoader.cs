using System.Diagnostics;
using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Caching;
using Kthena.SampleModelServer.Models.Safetensors;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Models;

/// <summary>
/// Takes one model from its file to its batcher, and back, and tells metrics and logs how it went. A failure is a state, never an end of the
/// server. Calls for one model must not overlap.
/// </summary>
internal sealed class ModelLoader(
    IInferenceBackend backend, BatchScheduler scheduler, CacheOptions cache, ModelMetrics metrics, AccuracyMetrics accuracy, TimeProvider time, ILogger<ModelLoader> logger)
{
    public void Load(ModelEntry entry)
    {
        using var activity = Begin("model.load", entry);
        entry.Status = new(ModelState.Loading);
        var start = time.GetTimestamp();
        try
        {
            var model = Open(entry);
            scheduler.Of(entry).Open(new ModelSession(model, cache.Capacity == 0 ? null : new(cache.Capacity, model.Description.Labels.Count)));
            var elapsed = time.GetElapsedTime(start);
            entry.Status = new(ModelState.Loaded, model.Description);
            metrics.Loaded(model.Description, elapsed, model.MemoryBytes);
            logger.LogInformation(
                "Loaded model {Model} version {Version} ({Bytes} bytes) on {Backend} in {Milliseconds:0.0} ms",
                entry.Id, model.Description.Version, model.MemoryBytes, backend.Name, elapsed.TotalMilliseconds);
        }
        catch (Exception exception)
        {
            entry.Status = new(ModelState.Failed, Reason: exception.Message);
            metrics.LoadFailed(entry.Id);
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            logger.LogError(exception, "Model {Model} could not be loaded: {Reason}", entry.Id, exception.Message);
        }
    }

    /// <summary>Refuses what waits for the model, lets its running batches end, and frees it.</summary>
    public async Task UnloadAsync(ModelEntry entry)
    {
        using var activity = Begin("model.unload", entry);
        var batcher = scheduler.Of(entry);
        var model = batcher.Session?.Model;
        entry.Status = new(ModelState.Unloading);
        metrics.Unloading(entry.Id);
        accuracy.Forget(entry.Id);
        await batcher.CloseAsync();

        model?.Dispose();
        entry.Status = new(ModelState.Unloaded);
        metrics.Unloaded(entry.Id);
        logger.LogInformation("Unloaded model {Model}", entry.Id);
    }

    private ILoadedModel Open(ModelEntry entry)
    {
        using var file = SafetensorsFile.Open(entry.Path);
        var model = backend.Load(file);
        try
        {
            if (model.Description.Id != entry.Id)
                throw file.Problem($"holds the model '{model.Description.Id}', not '{entry.Id}'");

            // The first call compiles the hot path; a request should not pay for that.
            model.Classify(["warm up"], new float[model.Description.Labels.Count], new int[1]);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private Activity? Begin(string name, ModelEntry entry) => ServerActivity.Source.StartActivity(name)?
        .SetTag(ServerActivity.ModelId, entry.Id)
        .SetTag(ServerActivity.Backend, backend.Name);
}
