using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Terminal;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Aspire.Hosting.Tests.Terminal;

public sealed class ResourceRowsTests
{
    private readonly FakeTimeProvider _time = new(Snapshots.Start);
    private readonly ResourceRows _rows;

    public ResourceRowsTests() => _rows = new(["db", "api"], _time);

    [Fact]
    public void Start_up_time_ends_when_the_resource_is_healthy_for_the_first_time()
    {
        var running = Snapshots.In(KnownResourceStates.Running).At("http://127.0.0.1:5000");
        Assert.Equal(ResourceCondition.Changing, _rows.Update(running.With(health: null).Of("db"), isStopping: false)!.Condition);
        _time.Advance(TimeSpan.FromSeconds(1.5));
        var row = _rows.Update(running.With(HealthStatus.Healthy).Of("db"), isStopping: false)!;
        Assert.Equal(new ResourceRow("db", ResourceCondition.Healthy, "Healthy", TimeSpan.FromSeconds(1.5), "http://127.0.0.1:5000"), row);
        _time.Advance(TimeSpan.FromSeconds(10));
        row = _rows.Update(running.With(HealthStatus.Unhealthy, "refused\nmore").Of("db"), isStopping: false)!;
        Assert.Equal((ResourceCondition.Unhealthy, "Unhealthy", "refused", 1.5), (row.Condition, row.State, row.Reason, row.StartUp!.Value.TotalSeconds));
    }

    [Fact]
    public void Why_it_is_not_healthy_yet_is_told_after_a_while()
    {
        var refused = Snapshots.In(KnownResourceStates.Running).With(HealthStatus.Unhealthy, "connection refused");
        var row = _rows.Update(refused.Of("db"), isStopping: false)!;
        Assert.Equal(("Running", null), (row.State, row.Reason));
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("connection refused", _rows.Update(refused.Of("db"), isStopping: false)!.Reason);
    }

    [Fact]
    public void A_restart_is_timed_anew()
    {
        var running = Snapshots.In(KnownResourceStates.Running);
        _rows.Update(running.Of("db"), isStopping: false);
        _time.Advance(TimeSpan.FromSeconds(60));
        var row = _rows.Update(running.With(health: null).Of("db") is var again ? new(again.Resource, again.ResourceId, again.Snapshot with { StartTimeStamp = _time.GetUtcNow().UtcDateTime }) : again, isStopping: false)!;
        Assert.Null(row.StartUp);
    }

    [Theory]
    [InlineData(0, false, ResourceCondition.Finished, "Exited (0)")]
    [InlineData(137, false, ResourceCondition.Failed, "Exited (137)")]
    [InlineData(143, true, ResourceCondition.Stopped, "Exited (143)")]
    public void An_end_shows_its_code(int exitCode, bool isStopping, object condition, string state)
    {
        var row = _rows.Update((Snapshots.In(KnownResourceStates.Exited) with { ExitCode = exitCode }).Of("db"), isStopping)!;
        Assert.Equal((condition, state), (row.Condition, row.State));
    }

    [Fact]
    public void Of_a_killed_process_the_signal_is_the_reason()
    {
        var row = _rows.Update((Snapshots.In(KnownResourceStates.Exited) with { ExitCode = 137 }).Of("db"), isStopping: false)!;
        Assert.Equal("killed (SIGKILL)", row.Reason);
        Assert.Null(_rows.Explain("db", "what it wrote last"));
    }

    [Fact]
    public void The_reason_of_a_failure_stays_until_the_state_changes()
    {
        var failed = Snapshots.In(KnownResourceStates.FailedToStart);
        _rows.Update(failed.Of("db"), isStopping: false);
        Assert.Equal("no such file", _rows.Explain("db", "no such file")!.Reason);
        Assert.Null(_rows.Update((failed with { CreationTimeStamp = Snapshots.Start.UtcDateTime }).Of("db"), isStopping: false));
        Assert.Null(_rows.Update(Snapshots.In(KnownResourceStates.Starting).Of("db"), isStopping: false)!.Reason);
        Assert.Null(_rows.Explain("db", "too late"));
    }

    [Fact]
    public void What_changes_nothing_on_the_screen_is_no_change()
    {
        var starting = Snapshots.In(KnownResourceStates.Starting);
        Assert.NotNull(_rows.Update(starting.Of("db"), isStopping: false));
        Assert.Null(_rows.Update((starting with { Properties = [new("pid", 1)] }).Of("db"), isStopping: false));
    }

    [Fact]
    public void All_are_fine_only_when_each_has_been_seen()
    {
        var running = Snapshots.In(KnownResourceStates.Running);
        _rows.Update(running.Of("db"), isStopping: false);
        Assert.False(_rows.AllAreFine);
        _rows.Update(running.Of("api"), isStopping: false);
        Assert.True(_rows.AllAreFine);
        _rows.Update((Snapshots.In(KnownResourceStates.Finished) with { ExitCode = 1 }).Of("job"), isStopping: false);
        Assert.False(_rows.AllAreFine);
    }

    [Fact]
    public void A_resource_that_is_started_by_hand_does_not_count()
    {
        _rows.Update(Snapshots.In(KnownResourceStates.Running).Of("db"), isStopping: false);
        _rows.Update(Snapshots.In(KnownResourceStates.NotStarted).Of("api"), isStopping: false);
        Assert.True(_rows.AllAreFine);
        _rows.Update(Snapshots.In(KnownResourceStates.Starting).Of("api"), isStopping: false);
        Assert.False(_rows.AllAreFine);
    }

    [Fact]
    public void Parameters_and_hidden_resources_are_left_out_unless_they_fail()
    {
        Assert.Null(_rows.Update((Snapshots.In(KnownResourceStates.Running) with { ResourceType = "Parameter" }).Of("password"), isStopping: false));
        Assert.Null(_rows.Update((Snapshots.In(KnownResourceStates.Running) with { IsHidden = true }).Of("hidden"), isStopping: false));
        Assert.Empty(_rows.Rows);
        Assert.NotNull(_rows.Update((Snapshots.In(KnownResourceStates.ValueMissing) with { ResourceType = "Parameter" }).Of("password"), isStopping: false));
        Assert.Equal("password", Assert.Single(_rows.Rows).Name);
    }

    [Fact]
    public void Replicas_are_told_apart_and_rows_follow_the_model()
    {
        var running = Snapshots.In(KnownResourceStates.Running);
        _rows.Update(running.Of("api", "api-2"), isStopping: false);
        _rows.Update(running.Of("api", "api-1"), isStopping: false);
        _rows.Update(running.Of("other"), isStopping: false);
        _rows.Update(running.Of("db", "db-xyz"), isStopping: false);
        Assert.Equal(["db", "api-1", "api-2", "other"], _rows.Rows.Select(row => row.Name));
    }
}
