namespace Kthena.TrafficGenerator.Requests;

/// <summary>Draws the numbers from 0 in proportion to weights.</summary>
internal sealed class WeightedChoice
{
    private readonly double[] _sums;

    /// <param name="weights">A weight of 0 or more for each number.</param>
    public WeightedChoice(IEnumerable<double> weights)
    {
        double sum = 0;
        _sums = [.. weights.Select(weight => sum += weight)];
    }

    /// <summary>True when every weight is 0.</summary>
    public bool IsEmpty => _sums is [] or [.., 0];

    /// <summary>The number at a point of the unit interval; never one whose weight is 0.</summary>
    /// <param name="point">0 or more and less than 1.</param>
    public int At(double point)
    {
        var target = point * _sums[^1];
        int low = 0, high = _sums.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sums[middle] > target)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
