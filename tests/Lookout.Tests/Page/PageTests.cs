using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kthena.Lookout.Tests.Serving;

namespace Kthena.Lookout.Tests.Page;

/// <summary>The page's files, as the browser gets them.</summary>
public sealed partial class PageTests : IAsyncLifetime
{
    private const long MostCompressed = 300_000;

    private LookoutServer _lookout = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/graph")]
    [InlineData("/dashboards")]
    [InlineData("/d/kthena-overview")]
    [InlineData("/d/kthena-overview/overview?from=now-1h&var-model_id=a&var-model_id=b")]
    [InlineData("/alerts?alertname=HighErrorRate")]
    [InlineData("/slos")]
    [InlineData("/traces")]
    [InlineData("/logs")]
    public async Task Every_address_is_the_same_document(string address)
    {
        using var answer = await _lookout.GetAsync(address);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Equal(await _lookout.TextAsync("/"), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task What_the_document_names_is_there_is_compressed_and_may_be_kept()
    {
        var assets = AssetName().Matches(await _lookout.TextAsync("/")).Select(match => match.Value).ToList();
        Assert.Contains(assets, name => name.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(assets, name => name.EndsWith(".css", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.Add("Accept-Encoding", "br, gzip");
            using var answer = await _lookout.Http.SendAsync(request, Cancellation);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
            if (!asset.EndsWith(".svg", StringComparison.Ordinal)) Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        }
    }

    [Fact]
    public void All_of_it_is_small()
    {
        var sizes = Directory.EnumerateFiles(Path.Join(AppContext.BaseDirectory, "wwwroot"), "*", SearchOption.AllDirectories).ToDictionary(file => file, Compressed);

        Assert.NotEmpty(sizes);
        Assert.True(sizes.Values.Sum() <= MostCompressed, $"{sizes.Values.Sum()} bytes: {string.Join(", ", sizes.Select(file => $"{Path.GetFileName(file.Key)} {file.Value}"))}");
    }

    [Fact]
    public async Task Settings_say_what_there_is_and_no_address_of_it()
    {
        await using var upstream = await FakeUpstream.StartAsync();
        await using var lookout = await LookoutServer.StartAsync(upstream, "--Lookout:ScrapeInterval=500ms", "--Lookout:Grafana=http://127.0.0.1:3000/");

        var settings = JsonNode.Parse(await lookout.TextAsync("/api/settings"))!.AsObject();

        Assert.NotEqual("", (string?)settings["version"]);
        settings.Remove("version");
        Assert.Equal("""{"scrapeIntervalSeconds":0.5,"graph":true,"alertmanager":true,"runbooks":true,"links":{"grafana":"http://127.0.0.1:3000"}}""", settings.ToJsonString());
    }

    private static long Compressed(string file)
    {
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return counted.Length;
    }

    public async ValueTask InitializeAsync() => _lookout = await LookoutServer.StartAsync();

    public ValueTask DisposeAsync() => _lookout.DisposeAsync();

    [GeneratedRegex(@"(?<="")/assets/[^""]+")]
    private static partial Regex AssetName();
}
