using System.Text;
using System.Threading.Channels;

namespace Aspire.Hosting.Terminal;

/// <summary>For pipes, files and CI: one plain line per change.</summary>
internal sealed class LineDisplay(TerminalOutput output, string title) : IGraphDisplay
{
    public async Task RunAsync(ChannelReader<GraphPicture> pictures)
    {
        output.WriteLine(title);
        var wasAllFine = false;
        await foreach (var picture in pictures.ReadAllAsync().ConfigureAwait(false))
        {
            // Before its first state there is nothing to tell of a resource.
            if (picture.Changed is { State.Length: > 0 } row) output.WriteLine(Describe(row, picture.Elapsed));
            if (picture.IsAllFine && !wasAllFine) output.WriteLine($"{picture.Summary}. {(picture.Look is { } url ? $"{Summary.LookAt(url)} " : "")}{Summary.Hint}.");
            wasAllFine = picture.IsAllFine;
        }
    }

    private static string Describe(ResourceRow row, TimeSpan elapsed)
    {
        var line = new StringBuilder($"{Summary.Seconds(elapsed),8}  {row.Name}: {row.State}");
        if (row is { Condition: ResourceCondition.Healthy, StartUp: { } startUp }) line.Append($" after {Summary.Seconds(startUp)}");
        if (row is { Condition: ResourceCondition.Healthy, Url: { } url }) line.Append($" at {url}");
        if (row.Reason is { } reason) line.Append($": {reason}");
        return line.ToString();
    }
}
