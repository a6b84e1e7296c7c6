using System.Text.Json;

namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>An alert of which a receiver has heard, as its log says.</summary>
/// <param name="Status"><c>firing</c> or <c>resolved</c>.</param>
/// <param name="AlertName">The alert.</param>
/// <param name="Subject">What it is about; empty when the log does not say.</param>
/// <param name="Receiver">Who was told, e.g. <c>paging (slack)</c>; null when the log does not say.</param>
internal sealed record ArrivedNotification(string Status, string AlertName, string Subject, string? Receiver)
{
    /// <summary>
    /// Reads an entry of .NET's JSON console logger whose message has <c>{Status}</c> and <c>{AlertName}</c>, and perhaps <c>{Labels}</c>,
    /// <c>{Receiver}</c> and <c>{Integration}</c>; null for any other line.
    /// </summary>
    public static ArrivedNotification? Find(string content)
    {
        var line = PlainText.WithoutTimeStamp(content);
        if (!line.StartsWith('{')) return null;
        try
        {
            using var entry = JsonDocument.Parse(line);
            if (!entry.RootElement.TryGetProperty("State", out var state) || state.ValueKind != JsonValueKind.Object) return null;
            if (Text(state, "Status") is not ("firing" or "resolved") || Text(state, "AlertName") is not { } name) return null;
            var receiver = (Text(state, "Receiver"), Text(state, "Integration")) switch
            {
                ({ } who, { } how) => $"{who} ({how})",
                (var who, var how) => who ?? how,
            };
            return new(Text(state, "Status")!, name, AlertSubject.Of(Text(state, "Labels")), receiver);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement state, string name)
        => state.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? PlainText.FirstLine(value.GetString()) : null;
}
