using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Model;

public sealed class ParameterModelTests
{
    [Fact]
    public void A_generated_value_keeps_its_rules()
    {
        var value = new GenerateParameterDefault { MinLength = 30, Special = false, MinUpper = 5, MinNumeric = 3 }.GetDefaultValue();
        Assert.Equal(30, value.Length);
        Assert.True(value.Count(char.IsAsciiLetterUpper) >= 5);
        Assert.True(value.Count(char.IsAsciiDigit) >= 3);
        Assert.All(value, c => Assert.True(char.IsAsciiLetterOrDigit(c)));
        Assert.Throws<ArgumentException>(() => new GenerateParameterDefault { Lower = false, MinLower = 1 }.GetDefaultValue());
    }

    [Fact]
    public async Task A_generated_parameter_has_one_value_for_all()
    {
        var builder = DistributedApplication.CreateBuilder();
        var password = ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, "password");
        Assert.True(password.Secret);
        var value = await password.GetValueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(value, await password.GetValueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_secret_is_never_published_as_a_default() =>
        Assert.Throws<ArgumentException>(() => DistributedApplication.CreateBuilder().AddParameter("key", "value", publishValueAsDefault: true, secret: true));
}
