using System.Net;
using System.Text.Json;

namespace Kthena.SampleModelServer.Tests;

public sealed class ClassifyTests(TestServer server) : IClassFixture<TestServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_text_is_answered_in_vLLM_s_shape_with_the_labels_of_the_probabilities()
    {
        using var response = await server.ClassifyAsync("In welcher Sprache ist dieser Satz geschrieben?");
        var answer = await TestServer.JsonAsync(response);
        var item = Assert.Single(answer.GetProperty("data").EnumerateArray().ToArray());
        var probabilities = item.GetProperty("probs").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        var labels = answer.GetProperty("labels").EnumerateArray().Select(value => value.GetString()).ToArray();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("classify-", answer.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("list", answer.GetProperty("object").GetString());
        Assert.Equal(TestServer.Model, answer.GetProperty("model").GetString());
        Assert.Equal("deu", item.GetProperty("label").GetString());
        Assert.Equal(0, item.GetProperty("index").GetInt32());
        Assert.Equal(50, item.GetProperty("num_classes").GetInt32());
        Assert.Equal((50, 50), (labels.Length, probabilities.Length));
        Assert.Equal("deu", labels[Array.IndexOf(probabilities, probabilities.Max())]);
        Assert.Equal(1, probabilities.Sum(), 1e-5);
    }

    [Fact]
    public async Task Several_texts_are_answered_in_their_order()
    {
        using var response = await server.ClassifyAsync(["Bonjour tout le monde, comment allez-vous ?", "Good morning, how are you today?"]);
        var data = (await TestServer.JsonAsync(response)).GetProperty("data").EnumerateArray().ToArray();

        Assert.Equal(["fra", "eng"], data.Select(item => item.GetProperty("label").GetString()));
        Assert.Equal([0, 1], data.Select(item => item.GetProperty("index").GetInt32()));
    }

    [Fact]
    public async Task Usage_counts_the_characters_that_the_model_read()
    {
        // "  ab  1 c!" is read as " ab c " and "d" as " d ".
        using var response = await server.ClassifyAsync(["  ab  1 c!", "d"]);
        var usage = (await TestServer.JsonAsync(response)).GetProperty("usage");

        Assert.Equal(6 + 3, usage.GetProperty("prompt_tokens").GetInt32());
        Assert.Equal(6 + 3, usage.GetProperty("total_tokens").GetInt32());
        Assert.Equal(0, usage.GetProperty("completion_tokens").GetInt32());
    }

    [Fact]
    public async Task The_models_are_listed_in_OpenAI_s_shape()
    {
        var list = JsonDocument.Parse(await server.Client.GetStringAsync(new Uri("/v1/models", UriKind.Relative), Cancellation)).RootElement;
        var models = list.GetProperty("data").EnumerateArray().ToArray();
        var model = models[0];
        var one = JsonDocument.Parse(await server.Client.GetStringAsync(new Uri("/v1/models/lande-t50", UriKind.Relative), Cancellation)).RootElement;

        Assert.Equal("list", list.GetProperty("object").GetString());
        Assert.Equal(TestServer.Model, model.GetProperty("id").GetString());
        Assert.Equal("model", model.GetProperty("object").GetString());
        Assert.Equal("loaded", model.GetProperty("state").GetString());
        Assert.Equal("1.0.10", model.GetProperty("version").GetString());
        Assert.True(model.GetProperty("created").GetInt64() > 0);
        Assert.Equal(model.GetRawText(), one.GetRawText());
        Assert.Equal(
            [(TestServer.Model, "1.0.10", TestServer.Model), (TestServer.Pruned, "1.0.10-pruned", TestServer.Model)],
            models.Select(item => (Text(item, "id"), Text(item, "version"), Text(item, "root"))));

        static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("my-id.1_2:3", true)]
    [InlineData("with space", false)]
    [InlineData("\"quoted\"", false)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123", true)]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234", false)]
    public async Task A_request_id_is_taken_over_when_it_is_harmless_and_made_anew_otherwise(string given, bool isTaken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/classify")
        {
            Content = new StringContent("""{"model":"lande-t50","input":"hello"}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "X-Request-Id", given } },
        };
        using var response = await server.Client.SendAsync(request, Cancellation);
        var returned = Assert.Single(response.Headers.GetValues("X-Request-Id"));

        Assert.Equal(isTaken, returned == given);
        Assert.NotEmpty(returned);
        Assert.Equal($"classify-{returned}", (await TestServer.JsonAsync(response)).GetProperty("id").GetString());
    }
}
