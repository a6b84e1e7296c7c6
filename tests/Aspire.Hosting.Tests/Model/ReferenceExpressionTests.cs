using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Model;

public sealed class ReferenceExpressionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Literals_keep_their_braces()
    {
        var expression = ReferenceExpression.Create($"{{a}} {{{{ b }}}} {"{c}"}");
        // Doubled braces count as escaped already, as in the real package.
        Assert.Equal("{a} { b } {c}", await expression.GetValueAsync(Cancellation));
        Assert.Empty(expression.ValueProviders);
    }

    [Fact]
    public async Task Values_come_from_their_providers_when_they_are_asked_for()
    {
        var builder = DistributedApplication.CreateBuilder();
        var user = builder.AddParameter("user", () => "a b");
        var expression = ReferenceExpression.Create($"http://{user}@host/{user.Resource:uri}");
        Assert.Equal("http://{0}@host/{1}", expression.Format);
        Assert.Equal("http://{user.value}@host/{user.value}", expression.ValueExpression);
        Assert.Equal("http://a b@host/a%20b", await expression.GetValueAsync(Cancellation));
    }

    [Fact]
    public async Task An_empty_expression_has_no_value() => Assert.Null(await ReferenceExpression.Empty.GetValueAsync(Cancellation));

    [Fact]
    public async Task A_builder_appends_piece_by_piece()
    {
        var builder = DistributedApplication.CreateBuilder();
        var port = builder.AddParameter("port", "80");
        var expression = new ReferenceExpressionBuilder();
        Assert.True(expression.IsEmpty);
        expression.AppendLiteral("Host=");
        expression.Append($"h;Port={port}");
        expression.AppendFormatted(";A=");
        expression.AppendValueProvider(port);
        Assert.Equal("Host=h;Port=80;A=80", await expression.Build().GetValueAsync(Cancellation));
        Assert.Throws<ArgumentException>(() => expression.AppendValueProvider(new object()));
    }

    [Theory]
    [InlineData("TRUE", "on")]
    [InlineData("no", "off")]
    public async Task A_condition_chooses(string value, string expected)
    {
        var builder = DistributedApplication.CreateBuilder();
        var flag = builder.AddParameter("flag", value);
        var expression = ReferenceExpression.CreateConditional(flag.Resource, bool.TrueString, ReferenceExpression.Create($"on"), ReferenceExpression.Create($"off"));
        Assert.True(expression.IsConditional);
        Assert.Equal(expected, await expression.GetValueAsync(Cancellation));
    }

    [Fact]
    public void An_unknown_format_is_refused_when_it_is_used() =>
        Assert.Throws<FormatException>(() => ReferenceExpression.Create($"{"text":base64}"));
}
