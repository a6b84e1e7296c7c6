using System.Net;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Tests.GraphReport;

public sealed class ResourceReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_running_resource_says_since_when_and_what_may_be_done_with_it()
    {
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sleep", ".", "600"));

        var server = await report.RunningAsync("server");

        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)server["startedAt"]!).Offset);
        Assert.Null(server["stoppedAt"]);
        Assert.Null(server["exitCode"]);
        Assert.Equal(
            ["stop Stop Enabled", "restart Restart Enabled"],
            server["commands"]!.AsArray().Select(command => $"{command!["name"]} {command["displayName"]} {command["state"]}"));
    }

    [Fact]
    public async Task A_resource_that_has_ended_says_when_and_how()
    {
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sh", ".", "-c", "exit 3"));

        var server = await report.ResourceAsync("server", server => (string?)server["state"] == "Exited");

        Assert.Equal(3, (int)server["exitCode"]!);
        Assert.True((DateTimeOffset)server["stoppedAt"]! >= (DateTimeOffset)server["startedAt"]!);
        Assert.Equal(
            ["start Enabled", "restart Disabled"],
            server["commands"]!.AsArray().Select(command => $"{command!["name"]} {command["state"]}"));
    }

    [Fact]
    public async Task What_a_health_check_found_is_said_in_its_own_words()
    {
        await using var report = await ServedReport.StartAsync((builder, _) =>
        {
            builder.Services.AddHealthChecks().AddCheck("configuration", () => HealthCheckResult.Degraded("an old file is in use"));
            builder.AddExecutable("server", "sleep", ".", "600").WithHealthCheck("configuration");
        });

        var server = await report.ResourceAsync("server", server => (string?)server["health"] == "Degraded");

        var health = Assert.Single(server["healthReports"]!.AsArray())!;
        Assert.Equal(("configuration", "Degraded", "an old file is in use"), ((string?)health["name"], (string?)health["status"], (string?)health["description"]));
    }

    [Fact]
    public async Task What_resources_have_to_do_with_each_other_is_told()
    {
        await using var report = await ServedReport.StartAsync((builder, _) =>
        {
            var store = builder.AddExecutable("store", "sleep", ".", "600").WithHttpEndpoint();
            builder.AddExecutable("server", "sleep", ".", "600").WithReference(store.GetEndpoint("http")).WaitFor(store);
        });

        var server = await report.RunningAsync("server");

        Assert.Equal(["store Reference", "store WaitFor"], server["relationships"]!.AsArray().Select(other => $"{other!["resource"]} {other["type"]}"));
    }

    [Fact]
    public async Task Who_needs_a_resource_needs_each_of_its_replicas()
    {
        await using var report = await ServedReport.StartAsync((builder, _) =>
        {
            var store = builder.AddExecutable("store", "sleep", ".", "600").WithHttpEndpoint().WithAnnotation(new ReplicaAnnotation(2));
            builder.AddExecutable("server", "sleep", ".", "600").WithReference(store.GetEndpoint("http"));
        });

        var server = await report.RunningAsync("server");

        Assert.Equal(["store-0 Reference", "store-1 Reference"], server["relationships"]!.AsArray().Select(other => $"{other!["resource"]} {other["type"]}"));
    }

    [Fact]
    public async Task Links_are_named_as_their_author_named_them()
    {
        await using var report = await ServedReport.StartAsync((builder, _) => builder.AddExecutable("server", "sleep", ".", "600").WithHttpEndpoint().WithUrl("https://example.org/docs", "Documentation"));

        var server = await report.RunningAsync("server");

        var link = Assert.Single(server["links"]!.AsArray())!;
        Assert.Equal(("Documentation", "https://example.org/docs"), ((string?)link["name"], (string?)link["url"]));
        Assert.Equal(["http"], server["urls"]!.AsObject().Select(url => url.Key));
    }

    [Fact]
    public async Task No_secret_leaves_with_it()
    {
        const string Secret = "hush-4711";
        await using var report = await ServedReport.StartAsync((builder, _) =>
        {
            var parameter = builder.AddParameter("password", Secret, secret: true);
            builder.AddExecutable("server", "sleep", ".", "600").WithEnvironment("PASSWORD", parameter).WithEnvironment("PLAIN", Secret).WithArgs("0", Secret);
        });

        await report.ResourceAsync("server", server => server["state"] is not null);

        var text = await report.Client.GetStringAsync(new Uri("/resources", UriKind.Relative), Cancellation);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("password", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_from_elsewhere_whose_name_leads_here_is_refused()
    {
        await using var report = await ServedReport.StartAsync((_, _) => { });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/resources") { Headers = { Host = "rebound.example" } };

        using var answer = await report.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
