using Kthena.SampleModelServer.Backends;

namespace Kthena.SampleModelServer.Models;

/// <summary>A model that the server knows, loaded or not.</summary>
internal sealed class ModelEntry(string id, string path, DateTimeOffset created)
{
    // One reference, so that readers see state, model and reason together.
    private volatile ModelStatus _status = new(ModelState.Unloaded, null, null);

    public string Id => id;

    public string Path => path;

    /// <summary>Since when the server knows the model.</summary>
    public DateTimeOffset Created => created;

    public ModelStatus Status => _status;

    public void BeginLoading() => _status = new(ModelState.Loading, null, null);

    public void Complete(ILoadedModel model) => _status = new(ModelState.Loaded, model, null);

    public void Fail(string reason) => _status = new(ModelState.Failed, null, reason);
}
