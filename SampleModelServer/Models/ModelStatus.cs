using Kthena.SampleModelServer.Backends;

namespace Kthena.SampleModelServer.Models;

/// <summary>What became of a model.</summary>
/// <param name="State">The state.</param>
/// <param name="Model">The model where the state is <see cref="ModelState.Loaded"/>.</param>
/// <param name="Reason">Why it failed where the state is <see cref="ModelState.Failed"/>.</param>
internal sealed record ModelStatus(ModelState State, ILoadedModel? Model, string? Reason);

internal enum ModelState
{
    Unloaded,
    Loading,
    Loaded,
    Failed,
}
