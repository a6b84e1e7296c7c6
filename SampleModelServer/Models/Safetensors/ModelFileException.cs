namespace Kthena.SampleModelServer.Models.Safetensors;

/// <summary>A model file that cannot be used. The message names the file, what is wrong with it and where.</summary>
internal sealed class ModelFileException(string path, string problem, Exception? inner = null)
    : Exception($"{path}: {problem}", inner);
