using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>A known model cannot answer now.</summary>
internal sealed class ModelNotLoadedException(ModelEntry entry)
    : Exception($"The model '{entry.Id}' is {entry.Status.State.ToString().ToLowerInvariant()} and cannot answer now.");
