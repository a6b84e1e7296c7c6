using System.Threading.Channels;

namespace Aspire.Hosting.Terminal;

/// <summary>Shows a graph somewhere.</summary>
internal interface IGraphDisplay
{
    /// <summary>Shows each picture, or the latest when they come faster than eyes can follow, until there are no more.</summary>
    Task RunAsync(ChannelReader<GraphPicture> pictures);
}
