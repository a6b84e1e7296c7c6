using System.Threading.Channels;
using Spectre.Console;

namespace Aspire.Hosting.Terminal;

/// <summary>Updates the view in place. It draws when something changed, never otherwise, and at most 20 times a second.</summary>
internal sealed class TableDisplay(TerminalOutput output, string title, TimeProvider time) : IGraphDisplay
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    public Task RunAsync(ChannelReader<GraphPicture> pictures)
    {
        // More resources than lines: the end, with the last line, is what matters.
        var live = output.Console.Live(Text.Empty).AutoClear(false).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top);
        return live.StartAsync(context => DrawAsync(context, pictures));
    }

    private async Task DrawAsync(LiveDisplayContext context, ChannelReader<GraphPicture> pictures)
    {
        while (await pictures.WaitToReadAsync().ConfigureAwait(false))
        {
            GraphPicture? latest = null;
            while (pictures.TryRead(out var picture)) latest = picture;
            if (latest is null) continue;
            var profile = output.Console.Profile;
            var view = TableRenderer.Render(title, latest.Rows, latest.Summary, latest.IsAllFine, latest.IsStopping, profile.Capabilities, EchoRoom.Without(profile.Width));
            context.UpdateTarget(new EchoRoom(view));
            context.Refresh();
            await Task.Delay(s_interval, time).ConfigureAwait(false);
        }
    }
}
