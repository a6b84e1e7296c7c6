using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kthena.SampleModelServer.Models.Safetensors;

/// <summary>An open safetensors file: eight bytes with the length of the header, the header, then the tensors.</summary>
internal sealed class SafetensorsFile : IDisposable
{
    // The limit of the reference implementation, against files that ask for all the memory there is.
    private const int MaxHeaderLength = 100_000_000;

    private readonly SafeFileHandle _handle;
    private readonly SafetensorsHeader _header;
    private readonly long _dataOffset;

    private SafetensorsFile(string path, SafeFileHandle handle)
    {
        Path = path;
        _handle = handle;
        var length = RandomAccess.GetLength(handle);
        if (length < sizeof(ulong))
            throw Problem($"is {length} bytes long, which is less than the length of a header takes");

        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(ReadBytes(0, sizeof(ulong)));
        if (headerLength > MaxHeaderLength || (long)headerLength > length - sizeof(ulong))
            throw Problem($"claims a header of {headerLength} bytes in a file of {length}: it is no safetensors file or is cut off");

        _dataOffset = sizeof(ulong) + (long)headerLength;
        try
        {
            _header = SafetensorsHeader.Parse(ReadBytes(sizeof(ulong), (int)headerLength), length - _dataOffset);
        }
        catch (FormatException exception)
        {
            throw Problem(exception.Message, exception);
        }
    }

    public string Path { get; }

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="ModelFileException">The file is missing, unreadable or not a whole safetensors file.</exception>
    public static SafetensorsFile Open(string path)
    {
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path);
            return new SafetensorsFile(path, handle);
        }
        catch (Exception exception)
        {
            handle?.Dispose();
            if (exception is FileNotFoundException or DirectoryNotFoundException)
                throw new ModelFileException(path, "there is no such file", exception);
            if (exception is IOException or UnauthorizedAccessException)
                throw new ModelFileException(path, $"cannot be read: {exception.Message}", exception);
            throw;
        }
    }

    /// <summary>An entry of the metadata.</summary>
    /// <exception cref="ModelFileException">The metadata lacks it.</exception>
    public string Metadata(string key) =>
        _header.Metadata.TryGetValue(key, out var value) ? value : throw Problem($"the metadata lacks '{key}'");

    /// <summary>The dimensions of a tensor.</summary>
    /// <exception cref="ModelFileException">There is no such tensor.</exception>
    public IReadOnlyList<int> Shape(string name) => Find(name).Shape;

    /// <summary>Where the tensors' bytes are in the file.</summary>
    public IEnumerable<(string Name, long Offset, long Length)> Extents() =>
        _header.Tensors.Values.Select(tensor => (tensor.Name, _dataOffset + tensor.Begin, tensor.Length));

    /// <summary>Reads a tensor of type U8.</summary>
    /// <exception cref="ModelFileException">There is no such tensor, or it has another type or shape.</exception>
    public byte[] ReadBytes(string name, params ReadOnlySpan<int> shape) => Read<byte>(name, "U8", shape);

    /// <summary>Reads a tensor of type F64.</summary>
    /// <exception cref="ModelFileException">There is no such tensor, or it has another type or shape.</exception>
    public double[] ReadDoubles(string name, params ReadOnlySpan<int> shape) => Read<double>(name, "F64", shape);

    public ModelFileException Problem(string problem, Exception? inner = null) => new(Path, problem, inner);

    public void Dispose() => _handle.Dispose();

    private T[] Read<T>(string name, string type, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var tensor = Find(name);
        if (tensor.Type != type || !shape.SequenceEqual(tensor.Shape))
            throw Problem($"tensor '{name}' is {tensor} instead of {type}[{string.Join(',', shape.ToArray())}]");

        // The format is little-endian, as is every machine that .NET runs this on.
        return MemoryMarshal.Cast<byte, T>(ReadBytes(_dataOffset + tensor.Begin, checked((int)tensor.Length))).ToArray();
    }

    private TensorEntry Find(string name) =>
        _header.Tensors.TryGetValue(name, out var tensor) ? tensor : throw Problem($"there is no tensor '{name}'");

    private byte[] ReadBytes(long offset, int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var part = RandomAccess.Read(_handle, bytes.AsSpan(read), offset + read);
            if (part == 0)
                throw Problem($"ended at byte {offset + read} while it was read");
            read += part;
        }

        return bytes;
    }
}
