using System.Diagnostics;
using Cli.Output;

namespace Cli.Reproduction;

/// <summary>Checks claims one after the other, in the order of their ids.</summary>
internal static class ReproductionRun
{
    /// <summary>Runs them; those whose data are missing are left out, and Ctrl-C keeps what is finished.</summary>
    internal static ReproductionReport Run(IReadOnlyList<Claim> claims, ClaimContext context, ulong seed, bool isQuiet,
        CancellationToken cancellation)
    {
        var runnable = claims.Where(context.HasDataOf).ToList();
        var results = new List<ClaimResult>();
        bool cancelled = false;
        Progress.Run("checking claims", runnable.Count, isQuiet, finished =>
        {
            foreach (var claim in runnable)
            {
                if (cancelled = cancellation.IsCancellationRequested) break;
                try
                {
                    long start = Stopwatch.GetTimestamp();
                    var finding = claim.Measure(context, cancellation);
                    results.Add(new(claim, finding, Stopwatch.GetElapsedTime(start).TotalSeconds));
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    cancelled = true;
                    break;
                }
                finished();
            }
            return results;
        });
        return new()
        {
            Seed = seed,
            Claims = [.. results.Select(ClaimRecord.Of)],
            LeftOut = [.. claims.Where(claim => !runnable.Contains(claim)).Select(claim => claim.Id)],
            Cancelled = cancelled,
        };
    }
}
