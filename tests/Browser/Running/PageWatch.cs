using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Kthena.Browser.Tests.Running;

/// <summary>Collects what must not happen on a page: errors, and requests to anywhere else.</summary>
internal sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _troubles = [];
    private readonly List<string> _expected = [];

    public PageWatch(IPage page, Uri origin)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error") _troubles.Enqueue($"console: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => _troubles.Enqueue($"error: {error}");
        page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme is not ("data" or "blob") && url.GetLeftPart(UriPartial.Authority) != origin.GetLeftPart(UriPartial.Authority))
                _troubles.Enqueue($"foreign request: {request.Method} {request.Url}");
        };
    }

    /// <summary>Lets pass what contains this text.</summary>
    public void Expect(string text) => _expected.Add(text);

    public IReadOnlyList<string> Troubles => [.. _troubles.Where(trouble => !_expected.Exists(text => trouble.Contains(text, StringComparison.Ordinal)))];
}
