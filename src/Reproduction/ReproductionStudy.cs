using System.Diagnostics;
using Studies;

namespace Reproduction;

/// <summary>Checks published claims one after the other, in the order of their ids.</summary>
public sealed record ReproductionStudy : Study<ReproductionReport>
{
    public override string Name => "reproduce";
    public override string Summary => "published claims: our figure, its interval, and whether it is the published one";

    /// <summary>Groups or ids of claims; none for all.</summary>
    public IReadOnlyList<string> Names
    {
        get;
        init
        {
            ClaimRegistry.Select(value);
            field = value;
        }
    } = [];

    /// <summary>Only claims that take seconds and need no data.</summary>
    public bool QuickOnly { get; init; }

    /// <summary>Folder with the MNIST files; null where they are looked for in the usual places.</summary>
    public string? Mnist { get; init; }

    /// <summary>Folder with public benchmark files; null where they are looked for in the usual places.</summary>
    public string? Instances { get; init; }

    /// <summary>Measure the curves of the families that have some, too.</summary>
    public bool WithCurves { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The claims that are asked for.</summary>
    /// <exception cref="ArgumentException">Nothing is left of them.</exception>
    public IReadOnlyList<Claim> Selected()
    {
        var claims = ClaimRegistry.Select(Names);
        if (QuickOnly) claims = [.. claims.Where(claim => claim.Quick)];
        return claims.Count > 0 ? claims : throw new ArgumentException(
            $"--quick leaves nothing of {string.Join(", ", Names)}; expected claims that are quick");
    }

    /// <summary>Runs them; those whose data are missing are left out, and a cancellation keeps what is finished.</summary>
    /// <exception cref="DirectoryNotFoundException">A named folder does not exist.</exception>
    /// <exception cref="InvalidDataException">A file is missing there or damaged.</exception>
    public override ReproductionReport Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var claims = Selected();
        var mnist = Mnist is not null ? Hopfield.Patterns.Mnist.In(Mnist) : Hopfield.Patterns.Mnist.Find();
        var context = new ClaimContext(Seed, mnist, BenchmarkInstances.In(Instances));
        var runnable = claims.Where(context.HasDataOf).ToList();
        var results = new List<ClaimResult>();
        List<CurveSet>? curves = null;
        bool isCancelled = false;
        try
        {
            progress?.Begin("checking claims", runnable.Count);
            foreach (var claim in runnable)
            {
                cancellation.ThrowIfCancellationRequested();
                long start = Stopwatch.GetTimestamp();
                var finding = claim.Measure(context, cancellation);
                results.Add(new(claim, finding, Stopwatch.GetElapsedTime(start).TotalSeconds));
                progress?.Finished();
            }
            if (WithCurves) curves = Measured(claims, context, progress, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            isCancelled = true;
        }
        return new()
        {
            Options = this,
            Seed = Seed,
            Claims = [.. results.Select(ClaimRecord.Of)],
            LeftOut = [.. claims.Where(claim => !runnable.Contains(claim)).Select(claim => claim.Id)],
            Curves = curves,
            Cancelled = isCancelled,
        };
    }

    private static List<CurveSet> Measured(IReadOnlyList<Claim> claims, ClaimContext context, IStudyProgress? progress,
        CancellationToken cancellation)
    {
        var families = ClaimRegistry.WithCurves(claims, context).ToList();
        var curves = new List<CurveSet>();
        progress?.Begin("measuring curves", families.Count);
        foreach (var family in families)
        {
            cancellation.ThrowIfCancellationRequested();
            curves.AddRange(family.Curves(context, cancellation));
            progress?.Finished();
        }
        return curves;
    }
}
