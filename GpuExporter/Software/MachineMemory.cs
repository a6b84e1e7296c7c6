using System.Globalization;

namespace Kthena.GpuExporter.Software;

/// <summary>The memory that processes here may use: the machine's, or the container's limit where that is lower.</summary>
internal static class MachineMemory
{
    private const string CgroupLimit = "/sys/fs/cgroup/memory.max";

    /// <summary>Bytes; null where the kernel does not say. Source: proc_meminfo(5), Linux control group v2.</summary>
    public static double? Limit(string procRoot)
    {
        double? machine = null;
        try
        {
            var line = File.ReadLines(Path.Join(procRoot, "meminfo")).FirstOrDefault(line => line.StartsWith("MemTotal:", StringComparison.Ordinal));
            if (line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kibibytes, ..])
                machine = double.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024;
            // The word max: there is no limit.
            if (File.Exists(CgroupLimit) && double.TryParse(File.ReadAllText(CgroupLimit), CultureInfo.InvariantCulture, out var limit))
                machine = machine is { } total ? Math.Min(total, limit) : limit;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or FormatException)
        {
            return machine;
        }

        return machine;
    }
}
