using Kthena.Lookout.CommandLine;

namespace Kthena.Lookout.Settings;

/// <summary>Reads settings of the section <c>Lookout</c>. Every method throws <see cref="SettingException"/> where a value is not what it may be.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private const string Section = "Lookout";

    /// <summary>An address without user information, which process lists would show.</summary>
    public Uri? Url(string name) => Value(name) is not { } value
        ? null
        : Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
            ? uri
            : throw Wrong(name, value, "an http or https address without user, query and fragment, such as http://127.0.0.1:9090");

    /// <summary>A folder that is there.</summary>
    public string? Folder(string name)
    {
        if (Value(name) is not { } value)
            return null;
        var path = Path.GetFullPath(value);
        return Directory.Exists(path)
            ? path
            : throw new SettingException($"{Section}:{name} is '{value}', but there is no folder {path}: give one that exists ({Option(name)} DIR).", ExitCodes.Failure);
    }

    /// <summary>The one line of a file that holds <c>user:password</c>.</summary>
    public string? Credentials(string name)
    {
        if (Value(name) is not { } file)
            return null;
        try
        {
            var text = File.ReadAllText(file).TrimEnd('\r', '\n');
            return text.IndexOf(':', StringComparison.Ordinal) > 0 && !text.Contains('\n', StringComparison.Ordinal)
                ? text
                : throw new SettingException($"{Section}:{name} is '{file}', which is not one line of the form user:password.", ExitCodes.BadUsage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{Section}:{name} cannot be read: {e.Message}", ExitCodes.Failure);
        }
    }

    /// <summary>A length of time in a range.</summary>
    public TimeSpan Time(string name, TimeSpan otherwise, TimeSpan least, TimeSpan most) => Value(name) is not { } value
        ? otherwise
        : PrometheusDuration.TryParse(value, out var time) && time >= least && time <= most
            ? time
            : throw Wrong(name, value, FormattableString.Invariant($"a time such as 500ms, 15s or 1m, from {least.TotalSeconds} to {most.TotalSeconds} seconds"));

    /// <exception cref="SettingException">The setting has no value.</exception>
    public static T Required<T>(string name, Func<string, T?> read)
        where T : class
        => read(name) ?? throw new SettingException($"{Section}:{name} is not set: give {Option(name)} (--help says more).", ExitCodes.BadUsage);

    private string? Value(string name) => configuration[$"{Section}:{name}"] is { Length: > 0 } value ? value : null;

    private static string Option(string name) => CommandOptions.All.First(option => option.Key == $"{Section}:{name}").Name;

    private static SettingException Wrong(string name, string value, string allowed) => new($"{Section}:{name} is '{value}': give {allowed}.", ExitCodes.BadUsage);
}
