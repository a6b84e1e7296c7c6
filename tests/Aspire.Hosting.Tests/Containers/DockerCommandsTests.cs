using Aspire.Hosting.Orchestration.Containers;

namespace Aspire.Hosting.Tests.Containers;

public sealed class DockerCommandsTests
{
    private static readonly ContainerSpec s_spec = new() { ResourceName = "db", ContainerName = "db-1", Image = "example/db:1.2.3" };

    [Fact]
    public void Runtime_arguments_come_before_the_image_and_arguments_after_it()
    {
        var command = DockerCommands.Run(s_spec with { RuntimeArguments = ["--user", "1000"], Arguments = ["--verbose"], Entrypoint = "/bin/db" });
        Assert.Equal(["--entrypoint", "/bin/db", "--user", "1000", "example/db:1.2.3", "--verbose"], command.TakeLast(6));
    }

    [Fact]
    public void A_secret_is_not_in_the_command_line()
    {
        var spec = s_spec with { Environment = new Dictionary<string, string> { ["PASSWORD"] = "s3cret" } };
        Assert.DoesNotContain(DockerCommands.Run(spec), argument => argument.Contains("s3cret", StringComparison.Ordinal));
        Assert.Contains("PASSWORD", DockerCommands.Run(spec));
        Assert.Equal("s3cret", DockerCommands.RunEnvironment(spec)["PASSWORD"]);
    }

    [Theory]
    [InlineData("PATH")]
    [InlineData("HOME")]
    [InlineData("DOCKER_HOST")]
    public void The_containers_environment_does_not_change_the_CLI(string variable)
    {
        var spec = s_spec with { Environment = new Dictionary<string, string> { [variable] = "/x" } };
        Assert.DoesNotContain(variable, DockerCommands.RunEnvironment(spec));
        Assert.Contains($"{variable}=/x", DockerCommands.Run(spec));
    }

    [Theory]
    [InlineData("/a", false, true, "type=bind,source=/a,target=/t,readonly")]
    [InlineData("data", true, false, "type=volume,source=data,target=/t")]
    [InlineData(null, true, false, "type=volume,target=/t")]
    [InlineData("/a,\"b", false, false, "type=bind,\"source=/a,\"\"b\",target=/t")]
    public void A_mount_is_one_option(string? source, bool isVolume, bool isReadOnly, string option)
        => Assert.Equal(option, new ContainerMount(source, "/t", isVolume, isReadOnly).ToOption());
}
