using System.Text;

namespace Aspire.Hosting.Supervisor.Processes;

/// <summary>
/// Finds processes by an entry of their environment. Sessions, groups and parents change when a process makes itself a daemon; its
/// environment stays.
/// </summary>
internal static class EnvironmentMark
{
    /// <summary>Living processes with an environment entry that begins with <paramref name="prefix"/>.</summary>
    public static IReadOnlyList<int> FindProcesses(string prefix)
        => [.. ProcessTable.ProcessIds().Where(id => id != Environment.ProcessId && HasEntry(id, Encoding.UTF8.GetBytes(prefix)))];

    /// <summary>Whether the process has exactly this entry, <c>NAME=value</c>.</summary>
    public static bool Has(int processId, string entry) => HasEntry(processId, Encoding.UTF8.GetBytes(entry + '\0'));

    private static bool HasEntry(int processId, ReadOnlySpan<byte> prefix)
    {
        try
        {
            var environment = File.ReadAllBytes($"/proc/{processId}/environ").AsSpan();
            for (var start = 0; start < environment.Length;)
            {
                var found = environment[start..].IndexOf(prefix);
                if (found < 0) return false;
                start += found;
                if (start == 0 || environment[start - 1] == 0) return true;
                start++;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended while being read, or it belongs to somebody else.
        }

        return false;
    }
}
