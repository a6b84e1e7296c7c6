using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Kthena.SampleModelServer.Tests;

/// <summary>What the npm package's own JavaScript says.</summary>
internal static class NodeReference
{
    public static string[] Sentences { get; } =
        JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "sentences.json")))!;

    public static Task<Dictionary<string, double>[]> ClassifyAsync(string model, string[] texts) => RunAsync<Dictionary<string, double>[]>(model, texts);

    public static Task<string[]> NormalizeAsync(string[] texts) => RunAsync<string[]>("normalize", texts);

    private static async Task<T> RunAsync<T>(string verb, string[] texts)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var script = Path.Combine(AppContext.BaseDirectory, "Reference", "reference.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, verb, Metadata("ModelSource"), Metadata("ModelFolder")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var output = node.StandardOutput.ReadToEndAsync(cancellation);
        await JsonSerializer.SerializeAsync(node.StandardInput.BaseStream, texts, cancellationToken: cancellation);
        node.StandardInput.Close();
        var answer = await output;
        await node.WaitForExitAsync(cancellation);
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<T>(answer)!;
    }

    private static string Metadata(string key) => typeof(NodeReference).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
