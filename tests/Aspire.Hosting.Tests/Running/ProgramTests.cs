using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Tests.Running;

/// <summary>An AppHost as a program of its own: exit codes, signals, what it prints.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task A_graph_that_cannot_be_defined_is_one_line_and_exit_code_1()
    {
        using var program = Start("--AppHost:Operation=dance");
        var errors = await program.StandardError.ReadToEndAsync(Patience.Token);
        await program.WaitForExitAsync(Patience.Token);
        Assert.Equal(1, program.ExitCode);
        Assert.Matches("^The application cannot start: Invalid operation[^\n]*\n$", errors);
    }

    [Fact]
    public async Task What_the_stand_in_cannot_do_is_one_line_and_exit_code_1()
    {
        using var program = Start("--operation", "publish", "--output-path", Path.GetTempPath());
        var errors = await program.StandardError.ReadToEndAsync(Patience.Token);
        await program.WaitForExitAsync(Patience.Token);
        Assert.Equal(1, program.ExitCode);
        Assert.Matches("^The application cannot start: [^\n]*AspireMode=package[^\n]*\n$", errors);
    }

    [Fact]
    public async Task SIGTERM_stops_the_graph_in_peace_and_prints_nothing()
    {
        using var program = Start("--ConnectionStrings:store=x");
        var output = Task.WhenAll(program.StandardOutput.ReadToEndAsync(Patience.Token), program.StandardError.ReadToEndAsync(Patience.Token));
        var descendants = await Descendants.OfAsync(program.Id, atLeast: 3);

        Assert.Equal(0, NativeMethods.Kill(program.Id, NativeMethods.SigTerm));
        await program.WaitForExitAsync(Patience.Token);
        Assert.Equal(0, program.ExitCode);
        Assert.DoesNotContain(descendants, Processes.Lives);
        Assert.Equal("", string.Concat(await output));
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo(Path.Join(AppContext.BaseDirectory, "SmallAppHost"), args)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static class NativeMethods
    {
        public const int SigTerm = 15;

        [DllImport("libc", EntryPoint = "kill")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Kill(int id, int signal);
    }
}
