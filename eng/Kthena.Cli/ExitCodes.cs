namespace Kthena.Cli;

/// <summary>The exit codes of <c>./kthena</c>, as scripts may rely on them.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int BadUsage = 2;
    public const int NothingRuns = 3;
    public const int Cancelled = 130;
}
