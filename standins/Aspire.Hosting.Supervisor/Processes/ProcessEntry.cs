using System.Globalization;

namespace Aspire.Hosting.Supervisor.Processes;

/// <summary>One process as proc_pid_stat(5) shows it.</summary>
internal readonly record struct ProcessEntry(int Id, int ParentId, int GroupId, int SessionId, bool IsZombie)
{
    /// <summary>Null when the process ended while being read.</summary>
    public static ProcessEntry? TryRead(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            // The second field, the name in parentheses, may contain spaces and parentheses.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 5);
            return new(id, Number(fields[1]), Number(fields[2]), Number(fields[3]), fields[0] is "Z" or "X");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
