using System.Buffers.Binary;
using System.Text;
using Kthena.SampleModelServer.Models.Safetensors;

namespace Kthena.SampleModelServer.Tests;

public sealed class SafetensorsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_whole_file_gives_its_metadata_and_tensors()
    {
        Write("""{"__metadata__":{"a":"b"},"x":{"dtype":"F64","shape":[2],"data_offsets":[0,16]},"y":{"dtype":"U8","shape":[1,3],"data_offsets":[16,19]}} """, 19);
        using var file = SafetensorsFile.Open(_path);

        Assert.Equal("b", file.Metadata("a"));
        Assert.Equal([BitConverter.UInt64BitsToDouble(0x0706050403020100), BitConverter.UInt64BitsToDouble(0x0F0E0D0C0B0A0908)], file.ReadDoubles("x", 2));
        Assert.Equal([16, 17, 18], file.ReadBytes("y", 1, 3));
        Assert.Contains("'y' is U8[1,3] instead of U8[3]", Assert.Throws<ModelFileException>(() => file.ReadBytes("y", 3)).Message, StringComparison.Ordinal);
        Assert.Contains("no tensor 'z'", Assert.Throws<ModelFileException>(() => file.ReadBytes("z", 3)).Message, StringComparison.Ordinal);
        Assert.Contains("lacks 'c'", Assert.Throws<ModelFileException>(() => file.Metadata("c")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", 0, "the header is not JSON")]
    [InlineData("[]", 0, "the header is not a JSON object")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "__metadata__ is not an object of strings")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "Duplicate")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1]}}""", 1, "tensor 'x' needs a dtype, a shape and two data_offsets")]
    [InlineData("""{"x":{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}}""", 1, "tensor 'x' needs")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1.5],"data_offsets":[0,1]}}""", 1, "tensor 'x' needs")]
    [InlineData("""{"x":{"dtype":"U9","shape":[1],"data_offsets":[0,1]}}""", 1, "unknown dtype 'U9'")]
    [InlineData("""{"x":{"dtype":"F64","shape":[1],"data_offsets":[0,1]}}""", 1, "tensor 'x' is F64[1] and cannot take 1 bytes")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2000000000,2000000000,2000000000],"data_offsets":[0,1]}}""", 1, "cannot take 1 bytes")]
    [InlineData("""{"x":{"dtype":"U8","shape":[9223372036854775807],"data_offsets":[0,1]}}""", 1, "has a dimension above")]
    [InlineData("""{"x":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "begins at byte 1 instead of 0")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"y":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, "begins at byte 1 instead of 2")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 1, "the tensors take 2 bytes and the file has 1")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 3, "the tensors take 2 bytes and the file has 3")]
    public void A_header_that_breaks_the_format_is_refused_with_the_place(string header, int data, string problem)
    {
        Write(header, data);

        var error = Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(_path));
        Assert.StartsWith(_path, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 }, "is 3 bytes long")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 123 }, "claims a header of 18446744073709551615 bytes")]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0, 0, 123 }, "claims a header of 2 bytes in a file of 9")]
    public void A_file_that_is_something_else_is_refused(byte[] content, string problem)
    {
        File.WriteAllBytes(_path, content);

        Assert.Contains(problem, Assert.Throws<ModelFileException>(() => SafetensorsFile.Open(_path)).Message, StringComparison.Ordinal);
    }

    private void Write(string header, int dataLength)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        File.WriteAllBytes(_path, [.. length, .. json, .. Enumerable.Range(0, dataLength).Select(i => (byte)i)]);
    }
}
