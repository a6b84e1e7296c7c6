using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>A request that passed validation.</summary>
/// <param name="Model">The model asked for; it need not be loaded.</param>
/// <param name="Texts">One to <see cref="InferenceOptions.MaxInputs"/> texts, none of them empty.</param>
internal sealed record ClassificationRequest(ModelEntry Model, string[] Texts);
