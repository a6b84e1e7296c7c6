namespace Kthena.Bench.GpuExporter;

/// <summary>What the scrapes of one exporter cost.</summary>
/// <param name="Devices">GPUs of its machine.</param>
/// <param name="Milliseconds">Each scrape, from the request to the last byte, in ascending order.</param>
/// <param name="Bytes">Size of the last exposition.</param>
/// <param name="ResidentBytes">Resident set of the process after them.</param>
internal sealed record ScrapeRun(int Devices, double[] Milliseconds, int Bytes, long ResidentBytes)
{
    public double Quantile(double q) => Milliseconds[(int)Math.Min(Math.Ceiling(q * Milliseconds.Length), Milliseconds.Length - 1)];
}
