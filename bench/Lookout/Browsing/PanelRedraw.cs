namespace Kthena.Bench.Lookout.Browsing;

/// <summary>The page's own measure <c>panel-redraw</c>: how long drawing a panel took the main thread.</summary>
internal sealed class PanelRedraw
{
    public double Milliseconds { get; set; }

    public int Panel { get; set; }

    public int Series { get; set; }

    public int Points { get; set; }
}
