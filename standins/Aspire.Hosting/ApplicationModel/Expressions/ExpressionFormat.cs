using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The text of an expression being built: a composite format string with its value providers.</summary>
internal sealed class ExpressionFormat
{
    private readonly StringBuilder _format = new();
    private readonly List<IValueProvider> _valueProviders = [];
    private readonly List<string> _manifestExpressions = [];
    private readonly List<string?> _stringFormats = [];

    public bool IsEmpty => _format.Length == 0;

    public void AppendRaw(string? text) => _format.Append(text);

    /// <summary>Doubles lone braces; braces that are doubled already stay as they are.</summary>
    public void AppendEscaped(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            _format.Append(text[i]);
            if (text[i] is not ('{' or '}'))
                continue;
            _format.Append(text[i]);
            if (i + 1 < text.Length && text[i + 1] == text[i])
                i++;
        }
    }

    public void AppendProvider(IValueProvider provider, string manifestExpression, string? stringFormat)
    {
        _format.Append('{').Append(_valueProviders.Count).Append('}');
        _valueProviders.Add(provider);
        _manifestExpressions.Add(manifestExpression);
        _stringFormats.Add(stringFormat);
    }

    public ReferenceExpression Build() => new(_format.ToString(), [.. _valueProviders], [.. _manifestExpressions], [.. _stringFormats]);

    /// <summary>Applies one of Aspire's string formats.</summary>
    /// <exception cref="FormatException">The format is unknown.</exception>
    public static string Apply(string value, string format) => format.ToLowerInvariant() switch
    {
        "uri" => Uri.EscapeDataString(value),
        _ => throw new FormatException($"The format '{format}' is not supported. Supported formats are: uri (encodes a URI)"),
    };
}
