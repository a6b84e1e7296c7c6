using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Model;

public sealed class BuilderTests
{
    [Theory]
    [InlineData("", "between 1 and 64")]
    [InlineData("a--b", "consecutive hyphens")]
    [InlineData("a_b", "only ASCII letters")]
    [InlineData("1a", "start with")]
    [InlineData("a-", "end with")]
    public void A_bad_name_is_refused_with_the_rule_that_it_breaks(string name, string rule)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => DistributedApplication.CreateBuilder().AddExecutable(name, "true", "."));
        Assert.True(name.Length == 0 || exception.Message.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_is_used_once_whatever_its_case()
    {
        var builder = DistributedApplication.CreateBuilder();
        builder.AddExecutable("one", "true", ".");
        Assert.Throws<DistributedApplicationException>(() => builder.AddContainer("ONE", "image"));
        Assert.True(builder.Resources.TryGetByName("One", out _));
    }

    // A builder of a derived resource goes where one of an interface is wanted, and annotations of both are those of one resource.
    [Fact]
    public void Builders_are_covariant()
    {
        var builder = DistributedApplication.CreateBuilder();
        IResourceBuilder<ISpecial> special = builder.AddResource(new Special("special"));
        special.WithHttpEndpoint(name: "http").WithEnvironment("A", "1").WithArgs("x").WithHttpProbe(ProbeType.Liveness, "/").WaitFor(builder.AddContainer("c", "image"))
            .WithParentRelationship(builder.CreateResourceBuilder<ContainerResource>("c")).WithIconName("Box").ExcludeFromManifest().OnResourceReady((_, _, _) => Task.CompletedTask);
        IResourceBuilder<IResource> plain = special;
        Assert.Same(special.Resource, plain.Resource);
        Assert.True(special.Resource.IsExcludedFromPublish());
        Assert.Equal("http", special.GetEndpoint("http").Scheme);
    }

    [Fact]
    public void Operations_come_from_the_command_line()
    {
        var publish = DistributedApplication.CreateBuilder(["--operation", "publish", "--step", "publish"]);
        Assert.True(publish.ExecutionContext.IsPublishMode);
        Assert.True(DistributedApplication.CreateBuilder().ExecutionContext.IsRunMode);
        Assert.Equal("manifest", DistributedApplication.CreateBuilder(["--publisher", "manifest"]).ExecutionContext.PublisherName);
    }

    [Fact]
    public void Services_of_the_application_are_there_once_it_is_built()
    {
        var builder = DistributedApplication.CreateBuilder();
        Assert.Throws<InvalidOperationException>(() => builder.ExecutionContext.Services);
        using var application = builder.Build();
        Assert.NotNull(builder.ExecutionContext.Services);
    }

    private interface ISpecial : IComputeResource, IResourceWithEndpoints, IResourceWithEnvironment, IResourceWithArgs, IResourceWithWaitSupport, IResourceWithProbes;

    private sealed class Special(string name) : ExecutableResource(name, "true", "."), ISpecial;
}
