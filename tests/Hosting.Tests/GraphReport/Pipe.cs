using System.Diagnostics;

namespace Aspire.Hosting.Tests.GraphReport;

/// <summary>A named pipe, so that a process writes when the test says so.</summary>
internal sealed class Pipe : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kthena-pipe-");

    public Pipe()
    {
        using var make = Process.Start("mkfifo", [Path]);
        make.WaitForExit();
    }

    public string Path => System.IO.Path.Join(_folder.FullName, "pipe");

    public void Dispose() => _folder.Delete(recursive: true);
}
