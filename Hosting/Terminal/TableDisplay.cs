using System.Threading.Channels;
using Spectre.Console;

namespace Aspire.Hosting.Terminal;

/// <summary>Updates the view in place. It draws when something changed, never otherwise, and at most 20 times a second.</summary>
internal sealed class TableDisplay(TerminalOutput output, string title, TimeProvider time) : IGraphDisplay
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    public async Task RunAsync(ChannelReader<GraphPicture> pictures)
    {
        // More resources than lines: the end, with the last line, is what matters.
        var live = output.Console.Live(Text.Empty).AutoClear(false).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top);
        output.Hold();
        try
        {
            await live.StartAsync(context => DrawAsync(context, pictures)).ConfigureAwait(false);
        }
        finally
        {
            output.Release();
        }
    }

    private async Task DrawAsync(LiveDisplayContext context, ChannelReader<GraphPicture> pictures)
    {
        var (picture, line) = (WaitAsync(pictures), WaitAsync(output.HeldLines));
        while (true)
        {
            await Task.WhenAny(picture, line).ConfigureAwait(false);
            output.WriteHeldLines();
            if (line.IsCompleted) line = WaitAsync(output.HeldLines);
            if (picture.IsCompleted)
            {
                if (!await picture.ConfigureAwait(false)) return;
                Draw(context, pictures);
                picture = WaitAsync(pictures);
            }

            await Task.Delay(s_interval, time).ConfigureAwait(false);
        }
    }

    private static Task<bool> WaitAsync<T>(ChannelReader<T> reader) => reader.WaitToReadAsync().AsTask();

    private void Draw(LiveDisplayContext context, ChannelReader<GraphPicture> pictures)
    {
        GraphPicture? latest = null;
        while (pictures.TryRead(out var picture)) latest = picture;
        if (latest is null) return;
        var profile = output.Console.Profile;
        var view = TableRenderer.Render(title, latest, profile.Capabilities, EchoRoom.Without(profile.Width));
        context.UpdateTarget(new EchoRoom(view));
        context.Refresh();
    }
}
