namespace Kthena.SampleModelServer.Models;

/// <summary>A model that the server knows, loaded or not.</summary>
internal sealed class ModelEntry(string id, string path, DateTimeOffset created)
{
    // One reference, so that readers see state, description and reason together.
    private volatile ModelStatus _status = new(ModelState.Loading);

    public string Id => id;

    public string Path => path;

    /// <summary>Since when the server knows the model.</summary>
    public DateTimeOffset Created => created;

    public ModelStatus Status
    {
        get => _status;
        set => _status = value;
    }
}
