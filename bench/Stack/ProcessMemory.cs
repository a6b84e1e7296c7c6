using System.Globalization;

namespace Kthena.Bench.Stack;

/// <summary>A process and its proportional set size, in bytes: shared pages count by the share that is its own (proc(5), smaps_rollup).</summary>
internal sealed record ProcessMemory(int ProcessId, string Name, long Pss)
{
    public static IReadOnlyList<ProcessMemory> OfTree(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)
            .Select(id => (Id: id, Parent: Parent(id))).Where(process => process.Parent is not null)
            .ToDictionary(process => process.Id, process => process.Parent!.Value);
        bool IsInTree(int id) => id == root || (parents.TryGetValue(id, out var parent) && parent > 1 && IsInTree(parent));
        return [.. parents.Keys.Where(IsInTree).Order().Select(Read).OfType<ProcessMemory>()];
    }

    private static ProcessMemory? Read(int processId)
    {
        try
        {
            var pss = File.ReadLines($"/proc/{processId}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
            var kibibytes = long.Parse(pss.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            return new ProcessMemory(processId, NameOf(processId), kibibytes * 1024);
        }
        catch (IOException)
        {
            return null; // it ended meanwhile
        }
    }

    private static string NameOf(int processId)
    {
        var words = File.ReadAllText($"/proc/{processId}/cmdline").Split('\0');
        var name = Path.GetFileName(words[0]);
        return name == "dotnet" ? Path.GetFileName(Array.Find(words, word => word.EndsWith(".dll", StringComparison.Ordinal)) ?? name) : name;
    }

    private static int? Parent(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
