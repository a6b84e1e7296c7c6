using Spectre.Console.Rendering;

namespace Aspire.Hosting.Terminal;

/// <summary>
/// Leaves the last columns free: the terminal itself writes <c>^C</c> where the cursor stands, and at the edge that would begin a line that
/// the view knows nothing of.
/// </summary>
internal sealed class EchoRoom(IRenderable content) : Renderable
{
    private const int Columns = 3;

    public static int Without(int width) => Math.Max(1, width - Columns);

    protected override Measurement Measure(RenderOptions options, int maxWidth) => content.Measure(options, Without(maxWidth));

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => content.Render(options, Without(maxWidth));
}
