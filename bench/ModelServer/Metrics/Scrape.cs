namespace Kthena.Bench.ModelServer.Metrics;

/// <summary>One answer to <c>GET /metrics</c>.</summary>
internal sealed record Scrape(double Seconds, byte[] Body)
{
    /// <summary>The lines that are samples.</summary>
    public int Series()
    {
        var count = 0;
        foreach (var line in Body.AsSpan().Split((byte)'\n'))
        {
            if (Body.AsSpan()[line] is [not (byte)'#', ..])
                count++;
        }

        return count;
    }
}
