using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kthena.Lookout.Tests.Serving;

namespace Kthena.Lookout.Tests.Dashboards;

/// <summary>The folder of dashboards, over HTTP.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private const string Zebra = """{ "uid": "z", "title": "Zebra", "description": "stripes", "tags": ["kthena", "x"], "panels": [] }""";

    private LookoutServer _lookout = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_listed_by_title_after_the_overview()
    {
        Write("1.json", Zebra);
        Write("2.json", """{"uid":"a","title":"ape"}""");
        Write("3.json", """{"uid":"kthena-overview","title":"Overview"}""");
        Write("notes.txt", "no dashboard");

        var list = await ListAsync();

        Assert.Equal(["kthena-overview", "a", "z"], list.Select(dashboard => (string?)dashboard!["uid"]));
        Assert.Equal("""{"uid":"z","title":"Zebra","description":"stripes","tags":["kthena","x"]}""", list[2]!.ToJsonString());
    }

    [Theory]
    [InlineData("{ \"uid\": ")]
    [InlineData("[]")]
    [InlineData("""{"title":"without an id"}""")]
    [InlineData("""{"uid":"without-a-title"}""")]
    [InlineData("")]
    public async Task A_broken_file_is_listed_with_its_error(string content)
    {
        Write("broken.json", content);

        var entry = Assert.Single(await ListAsync())!;
        using var answer = await _lookout.GetAsync("/api/dashboards/broken");

        Assert.Equal("broken", (string?)entry["uid"]);
        Assert.StartsWith("broken.json: ", (string?)entry["error"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Of_two_with_the_same_uid_the_second_says_so()
    {
        Write("a.json", Zebra);
        Write("b.json", Zebra);

        var list = await ListAsync();

        Assert.Equal("b.json", (string?)Assert.Single(list, dashboard => dashboard!["error"] is not null)!["uid"]);
    }

    [Fact]
    public async Task A_dashboard_is_its_file_and_an_edit_shows_at_once()
    {
        Write("zebra.json", Zebra);
        using var first = await _lookout.GetAsync("/api/dashboards/z");
        Assert.Equal(Zebra, await first.Content.ReadAsStringAsync(Cancellation));
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(first.Headers.ETag!));

        var edited = Zebra.Replace("stripes", "spots", StringComparison.Ordinal);
        Write("zebra.json", edited);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first.Headers.ETag!));
        Assert.Equal(edited, await _lookout.TextAsync("/api/dashboards/z"));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("..%2f..%2fsecret")]
    public async Task Another_one_is_not_found(string uid)
    {
        using var answer = await _lookout.GetAsync($"/api/dashboards/{uid}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private void Write(string file, string content) => File.WriteAllText(Path.Join(_lookout.Dashboards, file), content);

    private async Task<JsonArray> ListAsync() => JsonNode.Parse(await _lookout.TextAsync("/api/dashboards"))!.AsArray();

    private async Task<HttpStatusCode> StatusAsync(EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/dashboards/z");
        request.Headers.IfNoneMatch.Add(known);
        using var answer = await _lookout.Http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    public async ValueTask InitializeAsync() => _lookout = await LookoutServer.StartAsync();

    public ValueTask DisposeAsync() => _lookout.DisposeAsync();
}
