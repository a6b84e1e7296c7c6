namespace Kthena.Slo.Specs;

/// <summary>A specification that cannot be used, with all that is wrong with it.</summary>
public sealed class InvalidSpecException : Exception
{
    /// <summary>For at least one mistake.</summary>
    public InvalidSpecException(IReadOnlyList<SpecError> errors) : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>In the order of the file; at least one.</summary>
    public IReadOnlyList<SpecError> Errors { get; }
}
