using Kthena.GpuExporter.Gpus;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.GpuExporter.Tests;

/// <summary>When the driver is connected to again.</summary>
public sealed class RetryPlanTests
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();
    private readonly RetryPlan _plan;

    public RetryPlanTests() => _plan = new RetryPlan(s_interval, _time);

    [Fact]
    public void The_first_attempt_is_made_at_once_and_the_next_after_the_interval()
    {
        Assert.True(_plan.MayOpen);
        _plan.Opening();
        Assert.False(_plan.MayOpen);

        _time.Advance(s_interval);
        Assert.True(_plan.MayOpen);
    }

    [Fact]
    public void While_all_GPUs_are_up_the_connection_stays()
    {
        _plan.Opening();
        _plan.Found(anyDown: false);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(_plan.ShouldAttachAgain);
    }

    [Fact]
    public void While_a_GPU_is_down_the_waits_double_up_to_10_minutes()
    {
        List<double> waits = [];
        _plan.Opening();
        _plan.Found(anyDown: true);
        for (var attempt = 0; attempt < 9; attempt++)
        {
            var waited = TimeSpan.Zero;
            for (; !_plan.ShouldAttachAgain; waited += TimeSpan.FromSeconds(1))
                _time.Advance(TimeSpan.FromSeconds(1));
            waits.Add(waited.TotalSeconds);
            _plan.Opening();
            _plan.Found(anyDown: true);
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 600, 600, 600], waits);
    }

    [Fact]
    public void Once_all_are_up_the_next_loss_begins_anew()
    {
        _plan.Opening();
        _plan.Found(anyDown: true);
        _time.Advance(s_interval);
        _plan.Opening();
        _plan.Found(anyDown: false);
        _plan.Found(anyDown: true);
        _time.Advance(s_interval);

        Assert.True(_plan.ShouldAttachAgain);
    }
}
