namespace Kthena.Lookout.Settings;

/// <summary>A setting cannot be used; the message names it and says what it may be.</summary>
/// <param name="message">One line.</param>
/// <param name="exitCode">What the program ends with.</param>
internal sealed class SettingException(string message, int exitCode) : Exception(message)
{
    public int ExitCode => exitCode;
}
