using System.Globalization;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>Texts of status codes, made once.</summary>
internal static class StatusLabel
{
    private static readonly string[] s_texts = [.. Enumerable.Range(0, 600).Select(status => status.ToString(CultureInfo.InvariantCulture))];

    public static string Of(int status) => s_texts[status];
}
