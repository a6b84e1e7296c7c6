using Aspire.Hosting.Terminal.Alerts;
using Microsoft.Extensions.Time.Testing;

namespace Aspire.Hosting.Tests.Terminal.Alerts;

public sealed class DeadMansSwitchTests
{
    private readonly FakeTimeProvider _time = new(Snapshots.Start);
    private readonly DeadMansSwitch _switch;

    public DeadMansSwitchTests() => _switch = new(_time);

    [Fact]
    public void A_first_sending_that_is_lost_is_no_news()
    {
        Assert.Null(_switch.Update([]));
        _time.Advance(TimeSpan.FromSeconds(80));
        Assert.Null(_switch.Update([]));
        Assert.Null(_switch.Update([FiringAlerts.Alert("Watchdog")]));
    }

    [Fact]
    public void Absent_for_two_minutes_it_is_missed_once()
    {
        _switch.Update([FiringAlerts.Alert("Other")]);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(DeadMansSwitch.MissingText, _switch.Update([FiringAlerts.Alert("Other")]));
        Assert.Null(_switch.Update([]));
    }

    [Fact]
    public void Silenced_it_does_not_arrive_either()
    {
        _switch.Update([FiringAlerts.Alert("Watchdog", suppression: "silenced")]);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(_switch.Update([FiringAlerts.Alert("Watchdog", suppression: "silenced")]));
    }

    [Fact]
    public void While_Alertmanager_does_not_answer_nobody_can_tell()
    {
        _switch.Update([]);
        _switch.Lose();
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(_switch.Update([]));
    }
}
