namespace Kthena.EndToEnd.Tests.Measuring;

/// <summary>How long one notification took.</summary>
/// <param name="Alert">The alert's name.</param>
/// <param name="Measured">From the fault to the receiver.</param>
/// <param name="Floor">The least that was possible in this run.</param>
internal sealed record AlertTime(string Alert, TimeSpan Measured, TimeSpan Floor)
{
    public double Ratio => Measured / Floor;
}
