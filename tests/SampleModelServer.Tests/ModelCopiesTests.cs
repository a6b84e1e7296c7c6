using Kthena.StackTesting;
using Microsoft.Extensions.Configuration;

namespace Kthena.SampleModelServer.Tests;

public sealed class ModelCopiesTests
{
    [Fact]
    public async Task A_copy_under_another_id_is_a_model_of_its_own()
    {
        using var copies = ModelCopies.Of("lande-t50", "lande-a", "lande-b");
        var settings = new ConfigurationBuilder().AddCommandLine([.. copies.Arguments]).Build().AsEnumerable()
            .Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value!);

        await using var server = await TestServer.StartAsync(settings);
        using var first = await server.ClassifyAsync("hello", "lande-a");
        using var second = await server.ClassifyAsync("hello", "lande-b");

        Assert.Equal((200, 200), ((int)first.StatusCode, (int)second.StatusCode));
        var metrics = await server.MetricsAsync();
        Assert.All(copies.Ids, id => Assert.Equal(1, metrics.Of("kthena_model_status", id)));
    }
}
