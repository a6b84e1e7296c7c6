using Kthena.Cli.Tests.Script;

namespace Kthena.Cli.Tests.Tools;

/// <summary>Which mirror is used, from apt's own files in both of their formats.</summary>
public sealed class DebianMirrorTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Theory]
    [InlineData("parts/debian.sources", "Types: deb\nURIs: http://mirror.example/debian\nSuites: trixie\n", "http://mirror.example/debian")]
    [InlineData("parts/debian.sources", "Types: deb deb-src\nURIs:\n http://a.example/debian-security/\n http://b.example/debian/\nSuites: trixie\n", "http://b.example/debian/")]
    [InlineData("parts/debian.sources", "Enabled: no\nTypes: deb\nURIs: http://off.example/debian\n\nTypes: deb\nURIs: http://on.example/debian\n", "http://on.example/debian")]
    [InlineData("parts/debian.sources", "Types: deb-src\nURIs: http://source.example/debian\n", "http://deb.debian.org/debian")]
    [InlineData("parts/debian.sources", "Types: deb\nURIs: mirror+file:///etc/apt/mirrors/debian.list\n", "mirror+file:///etc/apt/mirrors/debian.list")]
    [InlineData("sources.list", "# deb http://off.example/debian sid main\ndeb http://one.example/debian bookworm main\n", "http://one.example/debian")]
    [InlineData("sources.list", "deb [arch=amd64 signed-by=/a.gpg] http://one.example/debian/ bookworm main\n", "http://one.example/debian/")]
    [InlineData("parts/x.list", "deb http://other.example/packages stable main\n", "http://deb.debian.org/debian")]
    [InlineData("parts/x.sources.disabled", "Types: deb\nURIs: http://off.example/debian\n", "http://deb.debian.org/debian")]
    public async Task The_mirror_comes_from_apts_files_or_is_Debians_own(string file, string content, string mirror)
    {
        _checkout.Write("apt/" + file, content);
        _checkout.Install("apt-config", $"echo \"mirror_list='{_checkout.Root}/apt/sources.list'; mirror_parts='{_checkout.Root}/apt/parts/'\"");

        var run = await _checkout.ShellAsync("common tools tools-debian", "debian_mirror");

        Assert.Equal((0, mirror), (run.ExitCode, run.Output.Trim()));
    }

    public void Dispose() => _checkout.Dispose();
}
