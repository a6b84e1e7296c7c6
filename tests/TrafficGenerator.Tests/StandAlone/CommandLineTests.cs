using Kthena.TrafficGenerator.Tests.Service;

namespace Kthena.TrafficGenerator.Tests.StandAlone;

/// <summary>Options, exit codes and errors of the program.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_lists_the_options_and_starts_nothing()
    {
        var (exitCode, output, _) = await TrafficProgram.RunAsync("--help");

        Assert.Equal(0, exitCode);
        string[] options =
        [
            "--server", "--profile", "--rps", "--duration", "--report", "--report-interval", "--seed", "--arrivals", "--max-in-flight", "--deadline", "--urls",
        ];
        Assert.All(options, option => Assert.Contains(option + " <", output, StringComparison.Ordinal));
        Assert.All(["steady", "wave", "burst", "overload"], profile => Assert.Contains(profile, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Traffic:Profile is 'storm': give steady, wave, burst, overload.", "--profile", "storm")]
    [InlineData("Traffic:Duration is 'long'", "--duration", "long")]
    [InlineData("Traffic:Report is '/no/such/directory/r.json'", "--report", "/no/such/directory/r.json")]
    [InlineData("Traffic:Wave:Amplitude is '2'", "--Traffic:Wave:Amplitude=2")]
    [InlineData("'--profil' is no option", "--profil", "steady")]
    [InlineData("'--profil=steady' is no option", "--profil=steady")]
    [InlineData("'steady' is no option", "steady")]
    [InlineData("Required argument missing for option: '--rps'", "--rps")]
    public async Task Wrong_usage_is_one_line_and_exit_code_2(string message, params string[] args)
    {
        var (exitCode, output, error) = await TrafficProgram.RunAsync(args);

        Assert.Equal(2, exitCode);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_run_to_which_nothing_answers_ends_with_exit_code_3()
    {
        var server = await FakeModelServer.StartAsync();
        server.Holds = true;
        var (exitCode, output, report) = await TrafficProgram.ReportAsync(
            "--server", server.Url, "--duration", "0.5s", "--rps", "50", "--profile", "steady", "--deadline", "200ms");
        await server.DisposeAsync();

        Assert.Equal(3, exitCode);
        Assert.Equal(0, (int)report["answered"]!);
        Assert.Equal((int)report["sent"]!, (int)report["statuses"]!["deadline_exceeded"]!["total"]!["requests"]!);
        Assert.Contains("deadline_exceeded", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_waited_for_and_then_given_up()
    {
        var server = await FakeModelServer.StartAsync();
        var url = server.Url;
        await server.DisposeAsync();

        var (exitCode, _, error) = await TrafficProgram.RunAsync("--server", url, "--duration", "1s", "--Traffic:ServerTimeout=0.3");

        Assert.Equal(3, exitCode);
        Assert.Contains("named no model", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_exit_code_1()
    {
        await using var server = await FakeModelServer.StartAsync();

        // A directory that exists, and takes no files from anybody.
        var (exitCode, _, error) = await TrafficProgram.RunAsync("--server", server.Url, "--duration", "0.2s", "--report", "/proc/report.json");

        Assert.Equal(1, exitCode);
        Assert.Contains("/proc/report.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_wins_over_the_same_setting_by_its_key()
    {
        await using var server = await FakeModelServer.StartAsync();

        var (_, _, report) = await TrafficProgram.ReportAsync(
            "--server", server.Url, "--Traffic:Profile=overload", "--Traffic:Seed=9", "--seed", "4", "--duration", "0.3s", "--rps", "10");

        Assert.Equal(("overload", 4), ((string)report["profile"]!, (int)report["seed"]!));
    }
}
