using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>A known model cannot answer now.</summary>
internal sealed class ModelNotLoadedException(string message) : Exception(message)
{
    public ModelNotLoadedException(ModelEntry entry)
        : this($"The model '{entry.Id}' is {entry.Status.State.Name()} and cannot answer now.")
    {
    }
}
