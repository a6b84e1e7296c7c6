using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Caching;

namespace Kthena.SampleModelServer.Batching;

/// <summary>A model from its load to its unload, with the predictions that it made.</summary>
/// <param name="Model">The model.</param>
/// <param name="Cache">Its predictions, unless caching is off.</param>
internal sealed record ModelSession(ILoadedModel Model, PredictionCache? Cache);
