namespace Kthena.Cli.Testing;

internal enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>One test's outcome; the message is a failure's error and stack, or the reason of a skip.</summary>
internal sealed record TestResult(string Name, TestOutcome Outcome, string Message);
