using System.Net;
using System.Text;
using System.Text.Json;

namespace Kthena.SampleModelServer.Tests;

public sealed class ErrorTests(TestServer server) : IClassFixture<TestServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{", 400, "invalid_json", null)]
    [InlineData("", 400, "invalid_json", null)]
    [InlineData("[]", 400, "invalid_json", null)]
    [InlineData("null", 400, "invalid_json", null)]
    [InlineData("""{"model":"lande-t50","input":"a","input":"b"}""", 400, "invalid_json", null)]
    [InlineData("""{"model":"lande-t50","input":"a"} {}""", 400, "invalid_json", null)]
    [InlineData("""{"input":"a"}""", 400, "missing_required_parameter", "model")]
    [InlineData("""{"model":null,"input":"a"}""", 400, "invalid_type", "model")]
    [InlineData("""{"model":7,"input":"a"}""", 400, "invalid_type", "model")]
    [InlineData("""{"model":"other","input":"a"}""", 404, "model_not_found", "model")]
    [InlineData("""{"model":"_unknown_","input":"a"}""", 404, "model_not_found", "model")]
    [InlineData("""{"model":"lande-t50"}""", 400, "missing_required_parameter", "input")]
    [InlineData("""{"model":"lande-t50","input":{"text":"a"}}""", 400, "invalid_type", "input")]
    [InlineData("""{"model":"lande-t50","input":[1,2]}""", 400, "invalid_type", "input[0]")]
    [InlineData("""{"model":"lande-t50","input":["a",null]}""", 400, "invalid_type", "input[1]")]
    [InlineData("""{"model":"lande-t50","input":""}""", 400, "empty_input", "input")]
    [InlineData("""{"model":"lande-t50","input":[]}""", 400, "empty_input", "input")]
    [InlineData("""{"model":"lande-t50","input":["a",""]}""", 400, "empty_input", "input[1]")]
    [InlineData("""{"model":"lande-t50","input":"half \ud83d"}""", 400, "invalid_text", "input")]
    public async Task A_request_that_is_wrong_is_told_which_field_and_how(string body, int status, string code, string? param)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/classify", content, Cancellation);

        await AssertErrorAsync(response, status, code, param);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        using var content = new ByteArrayContent([.. """{"model":"lande-t50","input":"""u8, (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}']);
        content.Headers.ContentType = new("application/json");
        using var response = await server.Client.PostAsync("/classify", content, Cancellation);

        await AssertErrorAsync(response, 400, "invalid_text", "input");
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "unknown_url")]
    [InlineData("GET", "/classify", 405, "method_not_allowed")]
    [InlineData("DELETE", "/v1/models", 405, "method_not_allowed")]
    [InlineData("GET", "/v1/models/other", 404, "model_not_found")]
    public async Task A_url_or_method_that_is_not_there_is_answered_in_the_same_shape(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await server.Client.SendAsync(request, Cancellation);

        await AssertErrorAsync(response, status, code, code == "model_not_found" ? "model" : null);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var content = new StringContent("""{"model":"lande-t50","input":"a"}""", Encoding.UTF8, "text/plain");
        using var response = await server.Client.PostAsync("/classify", content, Cancellation);

        await AssertErrorAsync(response, 415, "unsupported_media_type", null);
    }

    [Fact]
    public async Task An_answer_does_not_grow_with_the_name_that_was_asked_for()
    {
        using var response = await server.ClassifyAsync("a", model: new string('x', 100_000));

        await AssertErrorAsync(response, 404, "model_not_found", "model");
        Assert.True(response.Content.Headers.ContentLength < 600);
    }

    internal static async Task AssertErrorAsync(HttpResponseMessage response, int status, string code, string? param)
    {
        var answer = await TestServer.JsonAsync(response);
        var error = answer.GetProperty("error");

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
        Assert.Equal(status switch { >= 500 => "server_error", 429 => "rate_limit_error", _ => "invalid_request_error" }, error.GetProperty("type").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(property => property.Name));
        Assert.NotEmpty(response.Headers.GetValues("X-Request-Id"));
        Assert.Equal(JsonValueKind.Object, answer.ValueKind);
    }
}
