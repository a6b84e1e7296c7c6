namespace Kthena.TrafficGenerator.Arrivals;

/// <summary>Gaps of 1; the first arrival comes at once.</summary>
internal sealed class ConstantGaps : IGaps
{
    private bool _hasStarted;

    public double After(double last)
    {
        if (_hasStarted)
            return last + 1;
        _hasStarted = true;
        return last;
    }
}
