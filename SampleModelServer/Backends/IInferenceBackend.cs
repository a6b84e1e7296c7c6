using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Backends;

/// <summary>A kind of device that models run on.</summary>
internal interface IInferenceBackend
{
    /// <summary>The backend's name in logs and traces, such as <c>cpu</c>.</summary>
    string Name { get; }

    /// <summary>Takes a model from its file to where this backend computes.</summary>
    /// <exception cref="ModelFileException">The file is not a model that this backend can run; the message says why.</exception>
    ILoadedModel Load(SafetensorsFile file);
}
