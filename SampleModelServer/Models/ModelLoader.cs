using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Models.Safetensors;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Models;

/// <summary>Loads models and tells the metrics, the logs and the registry how it went. A failure is a state, never an end of the server.</summary>
internal sealed class ModelLoader(IInferenceBackend backend, ModelMetrics metrics, TimeProvider time, ILogger<ModelLoader> logger)
{
    public void Load(ModelEntry entry)
    {
        using var activity = ServerActivity.Source.StartActivity("model.load");
        activity?.SetTag(ServerActivity.ModelId, entry.Id).SetTag(ServerActivity.Backend, backend.Name);
        entry.BeginLoading();
        var start = time.GetTimestamp();
        try
        {
            var model = Open(entry);
            var elapsed = time.GetElapsedTime(start);
            entry.Complete(model);
            metrics.Loaded(entry.Id, elapsed, model.MemoryBytes);
            logger.LogInformation(
                "Loaded model {Model} version {Version} ({Bytes} bytes) on {Backend} in {Milliseconds:0.0} ms",
                entry.Id, model.Description.Version, model.MemoryBytes, backend.Name, elapsed.TotalMilliseconds);
        }
        catch (Exception exception)
        {
            entry.Fail(exception.Message);
            metrics.LoadFailed(entry.Id);
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, exception.Message);
            logger.LogError(exception, "Model {Model} could not be loaded: {Reason}", entry.Id, exception.Message);
        }
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
            model.Classify(["warm up"], new float[model.Description.Labels.Count]);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }
}
