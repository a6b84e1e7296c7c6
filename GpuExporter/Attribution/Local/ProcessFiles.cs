using System.Globalization;
using System.Text;

namespace Kthena.GpuExporter.Attribution.Local;

/// <summary>What the kernel shows of a process. Source: proc_pid_environ(5), proc_pid_cmdline(5), proc_pid_stat(5).</summary>
internal sealed class ProcessFiles(string root, uint pid)
{
    // The kernel's limit for arguments and environment is a quarter of the stack, 2 MiB by default.
    private const int MaxBytes = 2 << 20;

    private readonly string _folder = Path.Join(root, pid.ToString(CultureInfo.InvariantCulture));

    public uint Pid => pid;

    /// <summary>Each as <c>NAME=value</c>; nothing for a process that is gone.</summary>
    /// <exception cref="UnauthorizedAccessException">It is another user's process.</exception>
    public string[] Environment() => Words("environ");

    /// <summary>The words of the command line; nothing for a process that is gone or cannot be seen.</summary>
    public string[] CommandLine()
    {
        try
        {
            return Words("cmdline");
        }
        catch (Exception unseen) when (unseen is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }

    /// <summary>The process that started it, 0 when that is not known.</summary>
    public uint Parent()
    {
        try
        {
            // The name, in parentheses, may hold anything: the fields begin after the last one.
            var stat = Encoding.UTF8.GetString(Bytes("stat"));
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length > 1 && uint.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? parent : 0;
        }
        catch (Exception unseen) when (unseen is UnauthorizedAccessException or IOException)
        {
            return 0;
        }
    }

    private string[] Words(string file) => Encoding.UTF8.GetString(Bytes(file)).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private byte[] Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(Path.Join(_folder, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            using var bytes = new MemoryStream();
            var buffer = new byte[16 << 10];
            for (int read; bytes.Length < MaxBytes && (read = stream.Read(buffer)) > 0;)
                bytes.Write(buffer, 0, read);
            return bytes.ToArray();
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }
}
