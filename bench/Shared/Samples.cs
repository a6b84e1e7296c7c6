namespace Kthena.Bench;

/// <summary>Measured values in order of size.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public int Count => _sorted.Length;

    public double Min => Quantile(0);

    public double Median => Quantile(0.5);

    public double Max => Quantile(1);

    /// <summary>The smallest value that at least this share of the values does not exceed (nearest rank); not a number when there is none.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share) => _sorted is [] ? double.NaN : _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
