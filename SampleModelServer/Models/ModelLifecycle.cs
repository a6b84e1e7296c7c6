using System.Collections.Frozen;

namespace Kthena.SampleModelServer.Models;

/// <summary>
/// Loads and unloads models on request: one thing at a time for each model, any number of models at once. What was begun is ended, whether or not
/// its caller waits for it.
/// </summary>
internal sealed class ModelLifecycle(ModelRegistry registry, ModelLoader loader)
{
    private readonly FrozenDictionary<string, SemaphoreSlim> _locks = registry.All.ToFrozenDictionary(entry => entry.Id, _ => new SemaphoreSlim(1, 1));

    /// <summary>Says which model has been loaded just now.</summary>
    public event Action<ModelEntry>? Loaded;

    /// <summary>Loads the model unless it is loaded.</summary>
    /// <returns>The state that came of it: <see cref="ModelState.Loaded"/>, or <see cref="ModelState.Failed"/> with the reason.</returns>
    /// <exception cref="OperationCanceledException">The caller waits no longer; the load goes on.</exception>
    public Task<ModelStatus> LoadAsync(ModelEntry entry, CancellationToken cancellationToken) => OneAtATimeAsync(entry, () =>
    {
        if (entry.Status.State != ModelState.Loaded)
        {
            loader.Load(entry);
            if (entry.Status.State == ModelState.Loaded)
                Loaded?.Invoke(entry);
        }

        return Task.CompletedTask;
    }).WaitAsync(cancellationToken);

    /// <summary>Unloads the model unless it is unloaded; one whose load failed is then no longer wanted, and the server ready without it.</summary>
    /// <returns>The state that came of it: <see cref="ModelState.Unloaded"/>.</returns>
    /// <exception cref="OperationCanceledException">The caller waits no longer; the model is freed as soon as its last batch has ended.</exception>
    public Task<ModelStatus> UnloadAsync(ModelEntry entry, CancellationToken cancellationToken) => OneAtATimeAsync(
        entry, () => entry.Status.State == ModelState.Unloaded ? Task.CompletedTask : loader.UnloadAsync(entry)).WaitAsync(cancellationToken);

    /// <summary>Changes a model while it is neither loaded nor unloaded.</summary>
    public Task AlterAsync(ModelEntry entry, Action change) => OneAtATimeAsync(entry, () =>
    {
        change();
        return Task.CompletedTask;
    });

    private async Task<ModelStatus> OneAtATimeAsync(ModelEntry entry, Func<Task> operation)
    {
        await _locks[entry.Id].WaitAsync();
        try
        {
            await Task.Run(operation);
            return entry.Status;
        }
        finally
        {
            _locks[entry.Id].Release();
        }
    }
}
