using Aspire.Hosting.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Aspire.Hosting.Tests.Terminal;

public sealed class AddTerminalViewTests
{
    [Fact]
    public void Added_twice_it_is_there_once_and_the_console_logger_is_gone()
    {
        var builder = DistributedApplication.CreateBuilder([]);
        builder.Services.AddLogging(logging => logging.AddConsole());
        Assert.Same(builder, builder.AddTerminalView().AddTerminalView());
        Assert.Single(builder.Services, service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(TerminalView));
        Assert.DoesNotContain(builder.Services, service => service.ImplementationType == typeof(ConsoleLoggerProvider));
    }

    [Fact]
    public void Nothing_is_added_when_publishing()
    {
        var builder = DistributedApplication.CreateBuilder(["--operation", "publish", "--step", "publish"]);
        Assert.DoesNotContain(builder.AddTerminalView().Services, service => service.ImplementationType == typeof(TerminalView));
    }

    [Fact]
    public void A_missing_builder_is_an_error()
        => Assert.Throws<ArgumentNullException>(() => TerminalViewBuilderExtensions.AddTerminalView(null!));
}
