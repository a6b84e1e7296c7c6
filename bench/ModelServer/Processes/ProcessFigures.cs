using System.Globalization;

namespace Kthena.Bench.ModelServer.Processes;

/// <summary>What Linux counts of a process (proc(5)).</summary>
internal static class ProcessFigures
{
    /// <summary>Bytes of memory that it has resident.</summary>
    public static long Resident(int processId) => Status(processId, "VmRSS:");

    private static long Status(int processId, string key)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(key, StringComparison.Ordinal));
        return long.Parse(line[key.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) * 1024;
    }
}
