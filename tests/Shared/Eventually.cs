namespace TestSupport;

/// <summary>Waits for something outside this process that sends no event.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Comes back when the condition holds; how long that takes is no part of any test. The test's own cancellation ends the
    /// waiting.</summary>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(s_interval);
        while (!condition()) await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
