namespace Aspire.Hosting.ApplicationModel;

/// <summary>An image name taken apart: <c>[registry/]image[:tag][@digest]</c>.</summary>
internal sealed record ImageReference(string RegistryAndImage, string? Tag, string? Digest)
{
    public static ImageReference Parse(string image)
    {
        var (rest, digest) = Split(image, image.IndexOf('@', StringComparison.Ordinal));
        // A colon before the last slash belongs to the registry's port.
        var colon = rest.LastIndexOf(':');
        var (name, tag) = Split(rest, colon > rest.LastIndexOf('/') ? colon : -1);
        return name.Length == 0 ? throw new ArgumentOutOfRangeException(nameof(image), image, "invalid image reference") : new(name, tag, digest);
    }

    private static (string Left, string? Right) Split(string text, int at) => at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
}
