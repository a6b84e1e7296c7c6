using System.Globalization;

namespace Kthena.FakeNvml;

/// <summary>
/// A machine that exists only in the fake NVML: a folder with the library, under the name that a driver gives it, and beside it the control
/// file. Without <see cref="Set"/> it has 8 GPUs. Each call of the library sees the file as it is at that moment.
/// </summary>
public sealed class FakeMachine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fake-nvml-").FullName;
    private readonly Dictionary<string, string> _lines = [];

    /// <summary>Where the library is, or will be.</summary>
    public string Library => Path.Join(_folder, "libnvidia-ml.so.1");

    /// <summary>Installs a driver's library, in the place of the one before.</summary>
    /// <param name="oldDriver">One without what came with version 11 of NVML's interface and later.</param>
    /// <param name="cancellationToken">Ends the compiler.</param>
    public async Task InstallAsync(bool oldDriver = false, CancellationToken cancellationToken = default)
    {
        var mine = Library + ".new";
        File.Copy(await FakeLibrary.BuildAsync(oldDriver, cancellationToken), mine, overwrite: true);
        File.Move(mine, Library, overwrite: true);
    }

    /// <summary>Takes the library away.</summary>
    public void Uninstall() => File.Delete(Library);

    /// <summary>Sets a fact, such as <c>Set("devices", 2)</c> or <c>Set("gpu 0 temperature", 90)</c>.</summary>
    public FakeMachine Set(string fact, object value) => Change(fact, string.Create(CultureInfo.InvariantCulture, $"{fact} {value}"));

    /// <summary>Adds a fact that stands alone, such as <c>Add("process 0 4711 1073741824")</c>.</summary>
    public FakeMachine Add(string fact) => Change(fact, fact);

    /// <summary>Takes a fact back.</summary>
    public FakeMachine Clear(string fact) => Change(fact, null);

    /// <summary>Makes a function return a code, for one device or for all (-1); <c>*</c> is every function of a device.</summary>
    public FakeMachine Fail(string function, int code, int device = -1) =>
        Set(string.Create(CultureInfo.InvariantCulture, $"error {function} {device}"), code);

    /// <summary>Ends what <see cref="Fail"/> began.</summary>
    public FakeMachine Heal(string function, int device = -1) => Clear(string.Create(CultureInfo.InvariantCulture, $"error {function} {device}"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private FakeMachine Change(string fact, string? line)
    {
        if (line is null)
            _lines.Remove(fact);
        else
            _lines[fact] = line;

        // One rename: the library reads either the state before or the state after.
        var control = Library + ".control";
        File.WriteAllLines(control + ".new", _lines.Values);
        File.Move(control + ".new", control, overwrite: true);
        return this;
    }
}
