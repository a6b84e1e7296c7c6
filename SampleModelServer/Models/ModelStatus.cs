namespace Kthena.SampleModelServer.Models;

/// <summary>What became of a model.</summary>
/// <param name="State">The state.</param>
/// <param name="Description">What the model says of itself where the state is <see cref="ModelState.Loaded"/>.</param>
/// <param name="Reason">Why it failed where the state is <see cref="ModelState.Failed"/>.</param>
internal sealed record ModelStatus(ModelState State, ModelDescription? Description = null, string? Reason = null);
