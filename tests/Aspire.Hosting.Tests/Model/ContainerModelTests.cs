using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Model;

public sealed class ContainerModelTests
{
    [Theory]
    [InlineData("prom/prometheus", null, "prom/prometheus:latest")]
    [InlineData("prom/prometheus", "v3.5.0", "prom/prometheus:v3.5.0")]
    [InlineData("localhost:5000/image", null, "localhost:5000/image:latest")]
    [InlineData("image:1.2", null, "image:1.2")]
    [InlineData("image@sha256:abc", null, "image@sha256:abc")]
    public void An_image_is_named_in_full(string image, string? tag, string expected)
    {
        var container = DistributedApplication.CreateBuilder().AddContainer("c", "other").WithImage(image, tag);
        Assert.True(container.Resource.TryGetContainerImageName(out var name));
        Assert.Equal(expected, name);
        Assert.True(container.Resource.IsContainer());
    }

    [Fact]
    public void A_registry_and_a_digest_are_part_of_the_name()
    {
        var container = DistributedApplication.CreateBuilder().AddContainer("c", "image", "1").WithImageRegistry("docker.io").WithImageSHA256("abc");
        container.Resource.TryGetContainerImageName(out var name);
        Assert.Equal("docker.io/image@sha256:abc", name);
    }

    [Fact]
    public void Contradictions_are_refused()
    {
        var builder = DistributedApplication.CreateBuilder();
        Assert.Throws<InvalidOperationException>(() => builder.AddContainer("a", "image").WithImage("image:1", "2"));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddContainer("b", "image").WithImage("image@sha256:abc", "2"));
        Assert.Throws<ArgumentException>(() => new ContainerMountAnnotation("relative", "/target", ContainerMountType.BindMount, false));
        Assert.Throws<InvalidOperationException>(() => builder.AddResource(new ContainerResource("c")).WithImageTag("1"));
    }

    [Fact]
    public void A_bind_mount_is_relative_to_the_AppHost()
    {
        var builder = DistributedApplication.CreateBuilder();
        var container = builder.AddContainer("c", "image").WithBindMount("config", "/etc/config", isReadOnly: true).WithVolume(VolumeNameGenerator.Generate(builder.AddContainer("d", "i"), "data"), "/data");
        Assert.True(container.Resource.TryGetContainerMounts(out var mounts));
        Assert.Equal([(Path.Join(builder.AppHostDirectory, "config"), "/etc/config", true)], mounts.Take(1).Select(m => (m.Source!, m.Target, m.IsReadOnly)));
        Assert.Matches("^.+-[0-9a-f]{10}-d-data$", mounts.Last().Source!);
    }
}
