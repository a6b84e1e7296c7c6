using System.Text.Json;

namespace Kthena.GpuExporter.Nvml;

internal static class NvmlReturnExtensions
{
    private static readonly Dictionary<NvmlReturn, string> s_labels =
        Enum.GetValues<NvmlReturn>().ToDictionary(code => code, code => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString()));

    /// <summary>The code as a label value: one that this program does not know is <c>unknown</c>.</summary>
    public static string Label(this NvmlReturn code) => s_labels.GetValueOrDefault(code, s_labels[NvmlReturn.Unknown]);

    /// <summary>The driver, or the device, has no such value: an answer, no error.</summary>
    public static bool IsAbsent(this NvmlReturn code) =>
        code is NvmlReturn.NotSupported or NvmlReturn.FunctionNotFound or NvmlReturn.NoData or NvmlReturn.VgpuEccNotSupported;

    /// <summary>The device answers nothing any more until it is reset or back on its bus.</summary>
    public static bool IsDeviceLost(this NvmlReturn code) =>
        code is NvmlReturn.GpuIsLost or NvmlReturn.ResetRequired or NvmlReturn.GpuNotFound;

    /// <summary>The driver was unloaded, reloaded or replaced: whatever was opened through it is void.</summary>
    public static bool IsSessionLost(this NvmlReturn code) =>
        code is NvmlReturn.Uninitialized or NvmlReturn.DriverNotLoaded or NvmlReturn.LibRmVersionMismatch;
}
