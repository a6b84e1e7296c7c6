using Kthena.Bench.ModelServer.Requests;

namespace Kthena.Bench.ModelServer;

/// <summary>What the benchmarks of one run share: the scale of their durations, the texts, a folder that goes with the run.</summary>
internal sealed class BenchRun(double scale, TimeProvider time) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kthena-bench-");

    public TimeProvider Time => time;

    public string Folder => _folder.FullName;

    public IReadOnlyList<string> Texts { get; } = Sentences.Read();

    /// <summary>A duration as the command line scaled it, never below a tenth of a second.</summary>
    public TimeSpan Scaled(double seconds) => TimeSpan.FromSeconds(Math.Max(0.1, seconds * scale));

    /// <summary>A count as the command line scaled it, never above the count itself.</summary>
    public int ScaledCount(int count, int least) => Math.Clamp((int)(count * scale), least, count);

    public void Dispose() => _folder.Delete(recursive: true);
}
