using System.Diagnostics;
using System.Globalization;

namespace Kthena.GpuExporter.Tests;

/// <summary>A process of this machine that does nothing but look, to others, as if it served a model.</summary>
internal sealed class ModelProcess : IDisposable
{
    private readonly Process _process;

    private ModelProcess(Process process, int id)
    {
        _process = process;
        Id = id;
    }

    public int Id { get; }

    /// <summary>A process with these variables in its environment.</summary>
    public static ModelProcess Start(params (string Name, string Value)[] environment) => Start(environment, []);

    /// <summary>A process with these words at the end of its command line.</summary>
    public static ModelProcess StartWithWords(params string[] words) => Start([], words);

    /// <summary>A worker, whose own command line says nothing, of a process with these words.</summary>
    public static ModelProcess StartWorkerOf(params string[] words)
    {
        var start = new ProcessStartInfo("sh", ["-c", "sleep 600 & echo $!; read -r end; kill $!", .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        var process = Process.Start(start)!;
        return new(process, int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        // Its standard input ends, and so do the shell's read and, by the shell, the worker.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ModelProcess Start((string Name, string Value)[] environment, string[] words)
    {
        // It says when it runs: before, its environment and command line are those of this process.
        var start = new ProcessStartInfo("sh", ["-c", "echo started; read -r end", .. words]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardOutput.ReadLine();
        return new(process, process.Id);
    }
}
