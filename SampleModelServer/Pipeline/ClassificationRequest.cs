using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>A request that passed validation.</summary>
/// <param name="Model">The model asked for; it need not be loaded.</param>
/// <param name="Texts">One to <see cref="InferenceOptions.MaxInputs"/> texts, none of them empty.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="UsesCache">Whether an earlier prediction will do, and this one is kept; a measurement of the model wants its own and leaves no trace.</param>
/// <param name="MissesCache">Whether every lookup of an earlier prediction misses, though there is one.</param>
internal sealed record ClassificationRequest(
    ModelEntry Model, string[] Texts, RequestPriority Priority = RequestPriority.Normal, bool UsesCache = true, bool MissesCache = false);
