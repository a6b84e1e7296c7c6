using Kthena.GpuExporter.Attribution.Local;
using Kthena.GpuExporter.Attribution.PodResources;

namespace Kthena.GpuExporter.Tests;

/// <summary>Where a model's name is found in what a process or a pod is called.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("vllm serve meta/llama", "meta/llama")]
    [InlineData("/usr/bin/python3 /usr/local/bin/vllm serve llama --port 1", "llama")]
    [InlineData("vllm serve meta/llama --served-model-name llama other", "llama")]
    [InlineData("vllm serve meta/llama --served-model-name=llama", "llama")]
    [InlineData("python3 -m vllm.entrypoints.openai.api_server --model llama", "llama")]
    [InlineData("python3 -m vllm.entrypoints.openai.api_server --model=llama", "llama")]
    [InlineData("python3 -m sglang.launch_server --model-path x --served-model-name llama", "llama")]
    [InlineData("python3 train.py --model resnet", null)]
    [InlineData("vllm serve --model llama", "llama")]
    [InlineData("vllm serve", null)]
    [InlineData("vllm bench llama", null)]
    [InlineData("vllm serve --served-model-name", null)]
    [InlineData("", null)]
    public void Of_a_command_line(string commandLine, string? model) =>
        Assert.Equal(model, CommandLineModel.In(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("KTHENA_MODEL_ID=one", "one")]
    [InlineData("Models__Ids__0=one Models__Ids__1=two", "one two")]
    [InlineData("MODELS__IDS__0=one", "one")]
    [InlineData("Models__Ids__0=one KTHENA_MODEL_ID=two", "two")]
    [InlineData("KTHENA_MODEL_ID= Models__Ids__0=", "")]
    [InlineData("XKTHENA_MODEL_ID=one Models=two", "")]
    public void Of_an_environment(string environment, string models) =>
        Assert.Equal(models.Split(' ', StringSplitOptions.RemoveEmptyEntries), EnvironmentModels.In(environment.Split(' ')));

    [Theory]
    [InlineData("lande-t50-infer-7d4b9c6f5d-x2x4z", "lande-t50")]
    [InlineData("my.model_2-infer-infer-5c9f8-abcde", "my.model_2-infer")]
    [InlineData("lande-t50-infer", null)]
    [InlineData("lande-t50-infer-0", null)]
    [InlineData("-infer-7d4b9c6f5d-x2x4z", null)]
    [InlineData("lande-t50-7d4b9c6f5d-x2x4z", null)]
    public void Of_a_pod(string pod, string? model) => Assert.Equal(model, PodNames.Model(pod));
}
