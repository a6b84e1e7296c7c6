using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Kthena.Browser.Tests.Dashboards;
using Kthena.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Pages;

/// <summary>A fault, as a person sees it, and what they do about it.</summary>
public sealed partial class AlertTests(LookFixture fixture) : PageTest(fixture)
{
    private const string Alert = "HighErrorRate";
    private const string Model = "lande-t50";
    private const float Bound = 30_000;

    [Fact]
    public async Task A_fault_changes_a_panel_and_its_alert_is_read_about_and_silenced()
    {
        using var server = Fixture.Graph.App.CreateHttpClient("model-server", "http");
        using var alertmanager = Fixture.Graph.App.CreateHttpClient("alertmanager", "http");
        await OpenAsync("/d/kthena-overview?from=now-5m&to=now&refresh=5s");
        await Assertions.Expect(Panels.Named(Page, "Error Rate")).ToContainTextAsync(NoErrors());
        try
        {
            using var injected = await server.PutAsJsonAsync(new Uri("/faults/errors", UriKind.Relative), new { model = Model }, Cancellation);
            Assert.True(injected.IsSuccessStatusCode, await injected.Content.ReadAsStringAsync(Cancellation));
            await Assertions.Expect(Panels.Named(Page, "Error Rate")).Not.ToContainTextAsync(NoErrors(), new() { Timeout = Bound });
            await Screenshots.TakeAsync(Page, "overview-fault");

            await OpenAsync($"/alerts?alertname={Alert}");
            var alert = Page.Locator($"[data-alert={Alert}]").First;
            await Assertions.Expect(alert).ToHaveAttributeAsync("data-alert-state", "firing", new() { Timeout = Bound });
            await alert.GetByRole(AriaRole.Link, new() { Name = Alert }).ClickAsync();
            await Assertions.Expect(Page.Locator($"[data-runbook={Alert}]")).ToContainTextAsync("Meaning");
            await Screenshots.TakeAsync(Page, "alerts-firing");

            await SilenceAsync("looking into it");
            await Assertions.Expect(alert).ToHaveAttributeAsync("data-alert-state", "silenced", new() { Timeout = Bound });
            await Screenshots.TakeAsync(Page, "alerts-silenced");
            Assert.Equal("looking into it", (string?)Assert.Single(await SilencesAsync(alertmanager))!["comment"]);
        }
        finally
        {
            using var cleared = await server.DeleteAsync(new Uri("/faults", UriKind.Relative), CancellationToken.None);
            foreach (var silence in await SilencesAsync(alertmanager))
                (await alertmanager.DeleteAsync(new Uri($"/api/v2/silence/{silence!["id"]}", UriKind.Relative), CancellationToken.None)).Dispose();
        }

        await Fixture.Graph.IsQuietAsync(TimeSpan.FromSeconds(60), Cancellation, "KthenaHighErrorRate");
    }

    private async Task SilenceAsync(string reason)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Silence …" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync(reason);
        await dialog.GetByLabel("Your name").FillAsync("browser test");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Silence", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task<JsonArray> SilencesAsync(HttpClient alertmanager)
    {
        var silences = JsonNode.Parse(await alertmanager.GetStringAsync(new Uri("/api/v2/silences", UriKind.Relative), CancellationToken.None))!.AsArray();
        return [.. silences.Where(silence => (string?)silence!["status"]!["state"] == "active").Select(silence => silence!.DeepClone())];
    }

    [GeneratedRegex(@"(?<!\d)0\.00\s*%")]
    private static partial Regex NoErrors();
}
