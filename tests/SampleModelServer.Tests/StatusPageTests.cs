using Kthena.SampleModelServer.Tests.Faults;

namespace Kthena.SampleModelServer.Tests;

public sealed class StatusPageTests
{
    private static readonly Uri s_page = new("/", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_names_the_models_and_no_fault_where_there_is_none()
    {
        await using var server = await TestServer.StartAsync();

        var page = await server.Client.GetStringAsync(s_page, Cancellation);

        Assert.Contains("<li>lande-t50 1.0.10: loaded<li>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("FAULT", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_active_fault_is_a_banner_until_it_ends()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("errors", new { model = TestServer.Model });
        var during = await server.Server.Client.GetStringAsync(s_page, Cancellation);
        await server.ClearAsync();
        var after = await server.Server.Client.GetStringAsync(s_page, Cancellation);

        Assert.Contains("FAULT INJECTION ACTIVE</strong><br>errors on lande-t50 until it is cleared", during, StringComparison.Ordinal);
        Assert.DoesNotContain("FAULT", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_shows_is_text_and_never_markup()
    {
        var folder = Directory.CreateTempSubdirectory("models-<b>");
        try
        {
            await using var server = await TestServer.StartAsync(new() { ["Models:Directory"] = folder.FullName });

            var page = await server.Client.GetStringAsync(s_page, Cancellation);

            Assert.Contains("models-&lt;b&gt;", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete();
        }
    }
}
