using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Kthena.EndToEnd.Tests.Containers;

/// <summary>What a binary needs beside itself, as ldd(1) says it.</summary>
internal static partial class SharedLibraries
{
    /// <summary>The paths of the loader and of the libraries; none for a static binary.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string binary, CancellationToken cancellationToken)
    {
        using var ldd = Process.Start(new ProcessStartInfo("ldd", [binary]) { RedirectStandardOutput = true })!;
        var output = await ldd.StandardOutput.ReadToEndAsync(cancellationToken);
        await ldd.WaitForExitAsync(cancellationToken);
        return [.. AbsolutePath().Matches(output).Select(path => path.Value)];
    }

    // '  libc.so.6 => /lib/libc.so.6 (0x..)' and '  /lib64/ld-linux-x86-64.so.2 (0x..)'
    [GeneratedRegex(@"(?<=\s)/\S+(?= \(0x)")]
    private static partial Regex AbsolutePath();
}
