namespace Kthena.Slo.Specs;

/// <summary>One mistake in a specification.</summary>
/// <param name="File">The file, as it was named to the reader.</param>
/// <param name="Position">The place in it.</param>
/// <param name="Field">The field, as a path such as <c>slos[0].objective</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record SpecError(string File, SourcePosition Position, string Field, string Message)
{
    /// <summary>In the manner of compilers: <c>file:line:column: field: message</c>.</summary>
    public override string ToString()
        => $"{File}:{Position.Line}:{Position.Column}: {(Field.Length == 0 ? "" : Field + ": ")}{Message}";
}
