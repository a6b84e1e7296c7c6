using System.Formats.Tar;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Containers;

/// <summary>
/// An image made from a tool in <c>.tools</c>, laid out as the official one: the binary in <c>/bin</c>, its data in a volume that belongs
/// to the user nobody, who runs it. No registry is needed. It has a name of its own and is removed in the end.
/// </summary>
internal sealed class ToolImage : IAsyncDisposable
{
    private const int Nobody = 65534;
    private static readonly string s_packages = Path.Join(Repository.Root, ".tools", "root");

    private ToolImage(string name, string tag) => (Name, Tag) = (name, tag);

    public string Name { get; }

    public string Tag { get; }

    /// <summary>Why no image can be made of the tools here; null when one can.</summary>
    public static string? Refusal => Directory.Exists(s_packages) ? null : $"{s_packages} is missing. Get it with: ./kthena setup";

    /// <param name="tool">The name of the tool in its official image.</param>
    /// <param name="binary">Its binary in <c>.tools/root/usr/bin</c>.</param>
    /// <param name="cancellationToken">Ends the import.</param>
    public static async Task<ToolImage> ImportAsync(string tool, string binary, CancellationToken cancellationToken)
    {
        var image = new ToolImage($"kthena-smoke/{tool}", Guid.NewGuid().ToString("N"));
        var path = Path.Join(s_packages, "usr", "bin", binary);
        var libraries = await SharedLibraries.OfAsync(path, cancellationToken);
        string[] changes = [$"ENTRYPOINT [\"/bin/{tool}\"]", "USER nobody", $"WORKDIR /{tool}", $"VOLUME /{tool}"];
        var (exitCode, output) = await Docker.RunAsync(
            ["import", .. changes.SelectMany(change => (string[])["--change", change]), "-", $"{image.Name}:{image.Tag}"],
            (input, token) => WriteAsync(input, tool, path, libraries, token), cancellationToken);
        Assert.True(exitCode == 0, output);
        return image;
    }

    public async ValueTask DisposeAsync() => await Docker.RunAsync(["rmi", "--force", $"{Name}:{Tag}"], null, CancellationToken.None);

    private static async Task WriteAsync(Stream stream, string tool, string binary, IEnumerable<string> libraries, CancellationToken cancellationToken)
    {
        await using var archive = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
        await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, tool) { Uid = Nobody, Gid = Nobody, Mode = (UnixFileMode)0b111_101_101 }, cancellationToken);
        await WriteFileAsync(archive, binary, $"bin/{tool}", cancellationToken);
        foreach (var library in libraries) await WriteFileAsync(archive, library, library.TrimStart('/'), cancellationToken);

        // Debian's binaries read their pages and templates from here. Its links lead out of the package.
        var share = new DirectoryInfo(Path.Join(s_packages, "usr", "share", "prometheus"));
        foreach (var file in share.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            await WriteFileAsync(archive, file.FullName, Path.GetRelativePath(s_packages, file.FullName), cancellationToken);

        await using var users = new MemoryStream("root:x:0:0:root:/:\nnobody:x:65534:65534:nobody:/:\n"u8.ToArray());
        await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "etc/passwd") { DataStream = users }, cancellationToken);
    }

    private static async Task WriteFileAsync(TarWriter archive, string path, string name, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path); // follows links
        await archive.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = (UnixFileMode)0b111_101_101 }, cancellationToken);
    }
}
