using System.Globalization;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>Values of the label <c>status</c>.</summary>
internal static class RequestStatus
{
    /// <summary>Instead of a status code: no answer before the deadline.</summary>
    public const string DeadlineExceeded = "deadline_exceeded";

    /// <summary>Instead of a status code: no connection, or one that broke.</summary>
    public const string ConnectionError = "connection_error";

    // Made once; a status code has three digits.
    private static readonly string[] s_codes = [.. Enumerable.Range(0, 1000).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Those that exist from the start: what the model server may answer, and no answer.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["200", "400", "404", "408", "413", "415", "429", "500", "503", "504", DeadlineExceeded, ConnectionError];

    public static string Of(int code) => s_codes[code];

    /// <summary>True where there was an answer, of whatever status.</summary>
    public static bool IsAnswer(string status) => status is not (DeadlineExceeded or ConnectionError);

    /// <summary>True where the answer was no error.</summary>
    public static bool IsSuccess(string status) => IsAnswer(status) && status[0] is '2';
}
