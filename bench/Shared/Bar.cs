namespace Kthena.Bench;

/// <summary>A bound that a measured figure has to keep.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Limit">The bound.</param>
/// <param name="IsLeast">True where the figure must be at least the bound, false where at most.</param>
internal sealed record Bar(string Name, double Measured, double Limit, bool IsLeast)
{
    /// <summary>False too where the figure is not a number.</summary>
    public bool Holds => IsLeast ? Measured >= Limit : Measured <= Limit;

    public static Bar AtLeast(string name, double measured, double limit) => new(name, measured, limit, IsLeast: true);

    public static Bar AtMost(string name, double measured, double limit) => new(name, measured, limit, IsLeast: false);
}
