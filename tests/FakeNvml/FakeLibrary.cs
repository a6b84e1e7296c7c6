using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Kthena.FakeNvml;

/// <summary>Compiles the fake NVML with the machine's C compiler, once for each state of its sources.</summary>
public static class FakeLibrary
{
    private const string Compiler = "cc";

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);
    private static readonly string[] s_arguments =
        ["-shared", "-fPIC", "-O2", "-std=gnu11", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror", "-pthread"];

    /// <summary>Why it cannot be compiled here; null when it can.</summary>
    public static string? Refusal { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Join(folder, Compiler))) ? null : $"{Compiler} is not on PATH";

    /// <summary>The path of the compiled library.</summary>
    /// <param name="oldDriver">Without what came with version 11 of NVML's interface and later.</param>
    /// <param name="cancellationToken">Ends the compiler.</param>
    /// <exception cref="InvalidOperationException">The compiler refused; the message is its own.</exception>
    public static async Task<string> BuildAsync(bool oldDriver = false, CancellationToken cancellationToken = default)
    {
        var sources = Directory.GetFiles(Metadata("FakeNvmlSource")).Order(StringComparer.Ordinal).ToArray();
        string[] arguments = [.. s_arguments, .. oldDriver ? new[] { "-DOLD_DRIVER" } : []];
        var folder = Directory.CreateDirectory(Metadata("FakeNvmlOutput")).FullName;
        var library = Path.Join(folder, $"libnvidia-ml-{Hash(sources, arguments)}.so");
        if (File.Exists(library))
            return library;
        if (Refusal is { } refusal)
            throw new InvalidOperationException(refusal);

        // Several test runs may compile at the same time: each does so under a name of its own.
        var mine = Path.Join(folder, Path.GetRandomFileName());
        await CompileAsync([.. arguments, "-o", mine, .. sources.Where(source => source.EndsWith(".c", StringComparison.Ordinal))], cancellationToken);
        File.Move(mine, library, overwrite: true);
        return library;
    }

    private static async Task CompileAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        using var compiler = Process.Start(new ProcessStartInfo(Compiler, arguments) { RedirectStandardError = true })!;
        var errors = await compiler.StandardError.ReadToEndAsync(timeout.Token);
        await compiler.WaitForExitAsync(timeout.Token);
        if (compiler.ExitCode != 0)
            throw new InvalidOperationException($"{Compiler} failed with {compiler.ExitCode}: {errors}");
    }

    private static string Hash(IEnumerable<string> sources, IEnumerable<string> arguments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var argument in arguments)
            hash.AppendData(Encoding.UTF8.GetBytes(argument));
        foreach (var source in sources)
            hash.AppendData(File.ReadAllBytes(source));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string Metadata(string key) =>
        typeof(FakeLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
