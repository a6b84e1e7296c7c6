using System.Globalization;

namespace Kthena.SampleModelServer;

/// <summary>Reads settings that have a range.</summary>
internal static class Settings
{
    /// <exception cref="SettingsException">The value is not a whole number in the range.</exception>
    public static int Whole(this IConfiguration configuration, string key, int otherwise, int min, int max)
    {
        var value = configuration[key];
        if (string.IsNullOrEmpty(value))
            return otherwise;

        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new SettingsException($"{key} is '{value}': give a whole number from {min} to {max}.");
    }

    /// <exception cref="SettingsException">The value is not a time in the range.</exception>
    public static TimeSpan Time(this IConfiguration configuration, string key, TimeSpan otherwise, TimeSpan min, TimeSpan max)
    {
        var value = configuration[key];
        if (string.IsNullOrEmpty(value))
            return otherwise;

        return TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) && time >= min && time <= max
            ? time
            : throw new SettingsException($"{key} is '{value}': give a time from {min:c} to {max:c}, as hours:minutes:seconds.");
    }
}
