using Kthena.Slo.Windows;

namespace Kthena.Slo.Specs;

/// <summary>Reads one entry of <c>slos</c>.</summary>
internal sealed class ObjectiveReader(SpecMapping fields)
{
    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    /// <summary>Null when it has mistakes, which are then noted.</summary>
    public ServiceLevelObjective? Read()
    {
        var name = fields.RequiredText("name");
        if (name is not null && Names.CheckName(name) is { } wrong)
            fields.Report("name", wrong);
        var percent = fields.RequiredNumber("objective");
        var description = fields.Text("description");
        var labels = fields.Texts("labels", Names.CheckLabel);
        if (fields.Has("plugins"))
            fields.Report("plugins", "plugins are not supported; remove the field");
        var indicator = fields.RequiredMapping("sli") is { } sli ? ReadIndicator(sli) : null;
        var alerting = fields.RequiredMapping("alerting") is { } alerts ? ReadAlerting(alerts) : null;
        fields.ReportUnknown();
        if (percent is { } objective)
            CheckObjective(objective, alerting);
        return name is null || percent is null || indicator is null || alerting is null
            ? null
            : new(name, percent.Value, description, labels, indicator, alerting, SpecErrors.PositionOf(fields.PlaceOf("name")));
    }

    private void CheckObjective(decimal percent, Alerting? alerting)
    {
        if (percent is <= 0 or >= 100)
        {
            fields.Report("objective", $"{percent} is not between 0 and 100; it is the percentage of good events, such as 99.9");
            return;
        }

        foreach (var pair in BurnRateWindows.Month)
        {
            if (alerting is null || alerting.For(pair.Urgency).Disabled || pair.Factor * (1 - percent / 100) < 1)
                continue;
            var alert = fields.PathOf("alerting") + "." + (pair.Urgency == Urgency.Page ? "page_alert" : "ticket_alert");
            fields.Report("objective",
                $"the {pair.Urgency.ToString().ToLowerInvariant()} alert of {pair.Factor} x the budget over {pair.ShortWindow} and {pair.LongWindow} can never fire: " +
                $"{pair.Factor} x (1 - {percent / 100}) is {pair.Factor * (1 - percent / 100)}, and no share of errors is above 1; " +
                $"set the objective to {pair.LowestPercent} or more, or disable: true in {alert}");
        }
    }

    private static ServiceLevelIndicator? ReadIndicator(SpecMapping sli)
    {
        if (sli.Has("plugin"))
            sli.Report("plugin", "SLI plugins are not supported; write the queries themselves, in events or raw");
        var (events, raw) = (sli.Mapping("events"), sli.Mapping("raw"));
        ServiceLevelIndicator? indicator = null;
        if (sli.Has("events") && sli.Has("raw"))
            sli.Report("raw", "events and raw exclude each other; keep one of them");
        if (events is not null)
        {
            var (errors, total) = (ReadQuery(events, "error_query"), ReadQuery(events, "total_query"));
            if (errors is not null && errors == total)
                events.Report("error_query", "is the same as the query of all events, so every event would be an error");
            indicator = errors is null || total is null ? null : new EventsIndicator(errors, total);
            events.ReportUnknown();
        }

        if (raw is not null)
        {
            var ratio = ReadQuery(raw, "error_ratio_query");
            indicator ??= ratio is null ? null : new RawIndicator(ratio);
            raw.ReportUnknown();
        }

        if (!sli.Has("events") && !sli.Has("raw") && !sli.Has("plugin"))
            sli.Report("events", "is missing; add events with the queries of errors and of all events, or raw with the query of their ratio");
        sli.ReportUnknown();
        return indicator;
    }

    private static QueryTemplate? ReadQuery(SpecMapping fields, string field)
    {
        try
        {
            return fields.RequiredText(field) is { } text ? QueryTemplate.Parse(text) : null;
        }
        catch (FormatException e)
        {
            fields.Report(field, e.Message);
            return null;
        }
    }

    private static Alerting ReadAlerting(SpecMapping fields)
    {
        var (page, ticket) = (ReadAlert(fields.Mapping("page_alert")), ReadAlert(fields.Mapping("ticket_alert")));
        var name = page.Disabled && ticket.Disabled ? fields.Text("name") : fields.RequiredText("name");
        var alerting = new Alerting(
            name, fields.Texts("labels", Names.CheckLabel), fields.Texts("annotations", Names.CheckAnnotation), page, ticket);
        fields.ReportUnknown();
        return alerting;
    }

    private static Alert ReadAlert(SpecMapping? fields)
    {
        if (fields is null)
            return new(false, s_none, s_none);
        var alert = new Alert(fields.Flag("disable"), fields.Texts("labels", Names.CheckLabel), fields.Texts("annotations", Names.CheckAnnotation));
        fields.ReportUnknown();
        return alert;
    }
}
