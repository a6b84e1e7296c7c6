using System.Net;
using System.Net.Http.Headers;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.GraphReport;

public sealed class RunbookTests : IAsyncLifetime
{
    private readonly TestGraph _graph = new();
    private readonly HttpClient _http = new();
    private readonly string _folder;
    private readonly DistributedApplication _app;

    public RunbookTests()
    {
        _folder = _graph.FolderWith("runbooks", ("High_Errors.md", "# High\n\n<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"), ("notes.txt", "private"), ("odd name.md", ""));
        File.WriteAllText(Path.Join(_graph.Folder, "secret.md"), "secret");
        var report = _graph.Builder.AddGraphReport("graph").WithRunbooks(_folder);
        _app = _graph.Builder.Build();
        Report = report.Resource;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private GraphReportResource Report { get; }

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Cancellation);
        var url = await Report.PrimaryEndpoint.GetValueAsync(Cancellation);
        _http.BaseAddress = new Uri(url!);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _http.Dispose();
        _graph.Dispose();
    }

    [Fact]
    public async Task A_browser_gets_a_page_in_which_nothing_of_the_file_is_HTML()
    {
        using var answer = await GetAsync("/runbooks/High_Errors.md", "text/html,application/xhtml+xml,*/*;q=0.8");

        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("<h1>High</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_load_nothing()
    {
        using var answer = await GetAsync("/runbooks/High_Errors.md", "text/html");

        Assert.StartsWith("default-src 'none'; style-src 'sha256-", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("text/markdown, text/html;q=0.5")]
    public async Task Everybody_else_gets_the_file_as_it_is(string accept)
    {
        using var answer = await GetAsync("/runbooks/High_Errors.md", accept);

        Assert.Equal("text/markdown; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(await File.ReadAllTextAsync(Path.Join(_folder, "High_Errors.md"), Cancellation), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task The_list_names_those_that_are_there_now()
    {
        File.WriteAllText(Path.Join(_folder, "Added.md"), "");

        using var answer = await GetAsync("/runbooks", "*/*");

        Assert.Equal("# Runbooks\n\n- [Added](/runbooks/Added.md)\n- [High\\_Errors](/runbooks/High_Errors.md)\n", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("/runbooks/NoSuchAlert.md")]
    [InlineData("/runbooks/notes.txt")]
    [InlineData("/runbooks/odd%20name.md")]
    [InlineData("/runbooks/..%2Fsecret.md")]
    [InlineData("/runbooks/%2e%2e/secret.md")]
    [InlineData("/runbooks/../secret.md")]
    public async Task What_the_list_does_not_name_is_not_there(string path)
    {
        using var answer = await GetAsync(path, "*/*");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var graph = new TestGraph();

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddGraphReport("graph").WithRunbooks("/no/such/runbooks"));

        Assert.Equal("Resource 'graph' serves the runbooks of /no/such/runbooks, but there is no such folder.", error.Message);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Clear();
        foreach (var type in accept.Split(',')) request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(type.Trim()));
        return await _http.SendAsync(request, Cancellation);
    }
}
