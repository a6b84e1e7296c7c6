using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting.Testing;

namespace Kthena.Integration.Tests.Graph;

public class ClassificationTests(StackFixture fixture)
{
    [Theory]
    [InlineData("Le petit chat dort sur le canapé pendant que la pluie tombe.", "fra")]
    [InlineData("Der Zug kommt heute leider etwas später an als geplant.", "deu")]
    [InlineData("明日の朝は早く起きて公園を散歩するつもりです。", "jpn")]
    public async Task A_sentence_gets_its_language(string sentence, string language)
    {
        using var http = fixture.Stack.App.CreateHttpClient("model-server", "http");

        var answer = await http.PostAsJsonAsync("/classify", new { model = "lande-t50", input = sentence }, TestContext.Current.CancellationToken);

        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(language, body["data"]![0]!["label"]!.GetValue<string>());
    }
}
