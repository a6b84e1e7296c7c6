using Kthena.ServiceDefaults.CommandLine;

namespace Kthena.Lookout.CommandLine;

/// <summary>The exit codes of the program, as scripts may rely on them.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>What the settings name is not there: a folder, a file, a free port.</summary>
    public const int Failure = 1;

    /// <summary>An option or a setting is not what it may be.</summary>
    public const int BadUsage = SettingsCommand.BadUsage;
}
