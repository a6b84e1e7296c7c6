using Kthena.ServiceDefaults.CommandLine;

namespace Kthena.TrafficGenerator.CommandLine;

/// <summary>The exit codes of the program, as scripts may rely on them.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The report could not be written.</summary>
    public const int Failure = 1;

    /// <summary>An option or a setting is not what it may be.</summary>
    public const int BadUsage = SettingsCommand.BadUsage;

    /// <summary>A run with a duration got no answer at all.</summary>
    public const int NothingAnswered = 3;
}
