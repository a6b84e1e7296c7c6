using System.Globalization;

namespace Aspire.Hosting.Tests.Running;

internal static class Descendants
{
    /// <summary>Waits until a process has so many descendants.</summary>
    public static async Task<IReadOnlyList<int>> OfAsync(int id, int atLeast)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var token = Patience.Token;
        while (true)
        {
            var found = Of(id).ToList();
            if (found.Count >= atLeast)
                return found;
            await timer.WaitForNextTickAsync(token);
        }
    }

    private static IEnumerable<int> Of(int id)
    {
        string[] children;
        try
        {
            children = [.. Directory.EnumerateDirectories($"/proc/{id}/task").SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        }
        catch (IOException)
        {
            // It has ended.
            return [];
        }

        return children.Select(c => int.Parse(c, CultureInfo.InvariantCulture)).SelectMany(c => (int[])[c, .. Of(c)]);
    }
}
