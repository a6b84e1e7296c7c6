using YamlDotNet.Serialization;

namespace Kthena.EndToEnd.Tests.Stack;

/// <summary>The thresholds of the run's own models, as a team sets its own: in one more file of rules/recording.</summary>
internal static class ModelOverrides
{
    private const int MemoryLimitBytes = 64 << 20;

    public static void Write(string content, IEnumerable<string> models)
    {
        var rules = models.Select(model => new { record = "kthena:threshold:memory_limit_bytes", expr = $"vector({MemoryLimitBytes})", labels = new { model_id = model } });
        var file = new { groups = new[] { new { name = "memory-limits", rules } } };
        File.WriteAllText(Path.Join(content, "rules", "recording", "memory-limits.yml"), new SerializerBuilder().Build().Serialize(file));
    }
}
