using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Backends.Cpu;

/// <summary>Runs models on the processor's vector units.</summary>
internal sealed class CpuBackend : IInferenceBackend
{
    public string Name => "cpu";

    public ILoadedModel Load(SafetensorsFile file)
    {
        var architecture = file.Metadata("architecture");
        return architecture == NgramClassifier.Architecture
            ? NgramClassifier.Load(file)
            : throw file.Problem($"the architecture is '{architecture}', and this backend runs '{NgramClassifier.Architecture}' only");
    }
}
