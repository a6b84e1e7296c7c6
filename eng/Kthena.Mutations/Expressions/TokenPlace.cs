namespace Kthena.Mutations.Expressions;

/// <summary>Where in an expression a token stands, which decides what a name or an operator means.</summary>
public enum TokenPlace
{
    /// <summary>Outside of all of the other places.</summary>
    Expression,

    /// <summary>Between the braces of a selector.</summary>
    Matchers,

    /// <summary>Between the square brackets of a range.</summary>
    Range,

    /// <summary>Between the parentheses of <c>by</c>, <c>without</c>, <c>on</c>, <c>ignoring</c>, <c>group_left</c> or <c>group_right</c>.</summary>
    Labels,
}
