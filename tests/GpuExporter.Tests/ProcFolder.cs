using System.Globalization;

namespace Kthena.GpuExporter.Tests;

/// <summary>A folder in the place of <c>/proc</c>, for what no real process can be made to show.</summary>
internal sealed class ProcFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fake-proc-");

    public string Path => _folder.FullName;

    public void Add(int pid, string environment) => File.WriteAllText(System.IO.Path.Join(Process(pid), "environ"), environment);

    /// <summary>Opening a folder is denied to everyone, root too.</summary>
    public void Deny(int pid) => Directory.CreateDirectory(System.IO.Path.Join(Process(pid), "environ"));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Process(int pid) => _folder.CreateSubdirectory(pid.ToString(CultureInfo.InvariantCulture)).FullName;
}
