namespace Kthena.SampleModelServer.Faults.Gpus;

/// <summary>
/// The control file of the fake NVML: a line for each fact that differs from its idle machine. It is replaced as a whole, so that the library sees
/// all facts of a moment together.
/// </summary>
internal sealed class GpuControlFile
{
    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly Dictionary<string, string> _facts = [];

    /// <summary>Begins with an idle machine, whatever a server that crashed left.</summary>
    public GpuControlFile(string path)
    {
        _path = path;
        Write();
    }

    /// <param name="fact">What the fact is about.</param>
    /// <param name="line">The fact; null for what the idle machine has.</param>
    public void Set(string fact, string? line)
    {
        lock (_lock)
        {
            if (line is null)
                _facts.Remove(fact);
            else
                _facts[fact] = line;
            Write();
        }
    }

    private void Write()
    {
        var fresh = _path + ".new";
        File.WriteAllLines(fresh, _facts.Values);
        File.Move(fresh, _path, overwrite: true);
    }
}
