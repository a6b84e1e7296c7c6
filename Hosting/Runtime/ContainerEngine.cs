using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Runtime;

/// <summary>The local container engine, asked through its command line.</summary>
internal sealed class ContainerEngine(string command)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    /// <summary>The engine that Aspire itself would use: <c>ASPIRE_CONTAINER_RUNTIME</c>, else docker.</summary>
    public static ContainerEngine For(IConfiguration configuration) => new(
        configuration["ASPIRE_CONTAINER_RUNTIME"] ?? configuration["DOTNET_ASPIRE_CONTAINER_RUNTIME"] ?? "docker");

    /// <summary>Asks once whether the engine answers.</summary>
    public (bool Answers, string Reason) Ask()
    {
        var question = new ProcessStartInfo(command, ["version", "--format", "{{.Server.Version}}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(question)!;
            var version = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(s_timeout))
            {
                process.Kill();
                return (false, $"{command} did not answer within {s_timeout.TotalSeconds:0} s");
            }

            return process.ExitCode == 0 && version.GetAwaiter().GetResult().Trim() is { Length: > 0 } answered
                ? (true, $"{command} {answered} answers")
                : (false, $"no {command} engine answers");
        }
        catch (Win32Exception)
        {
            return (false, $"{command} is not installed");
        }
    }
}
