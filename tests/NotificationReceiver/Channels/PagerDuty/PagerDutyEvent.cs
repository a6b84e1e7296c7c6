using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kthena.NotificationReceiver.Channels.PagerDuty;

/// <summary>An event of PagerDuty's Events API v2 (https://developer.pagerduty.com/docs/send-alert-event).</summary>
/// <param name="RoutingKey">The secret that names the service.</param>
/// <param name="EventAction"><c>trigger</c>, <c>acknowledge</c> or <c>resolve</c>.</param>
/// <param name="DedupKey">What events of one incident have in common.</param>
/// <param name="Payload">What happened; needed to trigger.</param>
/// <param name="Links">Where to look.</param>
internal sealed record PagerDutyEvent(
    [property: JsonPropertyName("routing_key")] string? RoutingKey,
    [property: JsonPropertyName("event_action")] string? EventAction,
    [property: JsonPropertyName("dedup_key")] string? DedupKey,
    PagerDutyPayload? Payload,
    IReadOnlyList<PagerDutyLink?>? Links);

/// <summary>What happened.</summary>
/// <param name="Summary">In one line.</param>
/// <param name="Source">Where.</param>
/// <param name="Severity"><c>critical</c>, <c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="CustomDetails">Whatever else helps.</param>
internal sealed record PagerDutyPayload(
    string? Summary, string? Source, string? Severity, [property: JsonPropertyName("custom_details")] IReadOnlyDictionary<string, JsonElement>? CustomDetails);

/// <summary>A link.</summary>
/// <param name="Href">Its URL.</param>
/// <param name="Text">What it says.</param>
internal sealed record PagerDutyLink(string? Href, string? Text);
