using System.CommandLine;
using System.Globalization;

namespace Kthena.Cli.Silences;

/// <summary>The words of <c>./kthena silence</c>, and the silence that they ask for.</summary>
internal sealed class SilenceOptions
{
    private readonly Argument<string?> _alert = new("alert") { Description = "The name of the alert.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _model = new("--model") { Description = "Only for this model." };
    private readonly Option<string[]> _matchers = new("--matcher") { Description = "Only for alerts with label=value; also !=, =~ and !~. May be repeated." };
    private readonly Option<string?> _for = new("--for") { Description = "How long, such as 90m or 2h." };
    private readonly Option<string?> _from = new("--from") { Description = "When it begins, such as 2026-01-10T22:00Z; now when left out." };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why." };
    private readonly Option<string?> _by = new("--by") { Description = "Who; you when left out." };

    public void AddTo(Command command)
    {
        _alert.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] word }])
                result.AddError($"Unrecognized option '{word}'.");
        });
        command.Add(_alert);
        foreach (var option in (Option[])[_model, _matchers, _for, _from, _reason, _by])
            command.Add(option);
    }

    /// <summary>Whether any of the words is there.</summary>
    public bool AreIn(ParseResult parsed) =>
        parsed.GetValue(_alert) is not null || ((Option[])[_model, _matchers, _for, _from, _reason, _by]).Any(option => parsed.GetResult(option) is not null);

    /// <exception cref="UsageException">A word is missing or makes no sense.</exception>
    public Silence Read(ParseResult parsed, DateTimeOffset now)
    {
        List<Matcher> matchers = [];
        if (parsed.GetValue(_alert) is { Length: > 0 } alert)
            matchers.Add(Matcher.Equal("alertname", alert));
        if (parsed.GetValue(_model) is { Length: > 0 } model)
            matchers.Add(Matcher.Equal("model_id", model));
        matchers.AddRange((parsed.GetValue(_matchers) ?? []).Select(Matcher.Parse));
        if (matchers.Count == 0)
            throw new UsageException("name an alert, --model or --matcher: a silence of everything is none");
        if (string.IsNullOrWhiteSpace(parsed.GetValue(_reason)))
            throw new UsageException("--reason is missing: whoever finds the silence wants to know why");

        var duration = PrometheusDuration.Parse(parsed.GetValue(_for) ?? throw new UsageException("--for is missing: how long, such as 2h"));
        var from = From(parsed.GetValue(_from), now);
        return new(matchers, from, from + duration, parsed.GetValue(_by) is { Length: > 0 } by ? by : Environment.UserName, parsed.GetValue(_reason)!);
    }

    private static DateTimeOffset From(string? text, DateTimeOffset now)
    {
        if (text is null)
            return now;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var from))
            throw new UsageException($"'{text}' is no time: write such as 2026-01-10T22:00Z");
        return from >= now ? from : throw new UsageException($"--from {text} is past: leave it out to begin now");
    }
}
