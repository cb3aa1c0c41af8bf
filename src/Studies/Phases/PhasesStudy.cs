using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.RandomFeatures;

namespace Studies.Phases;

/// <summary>Storage, learning and generalisation of a network that learns mixtures of hidden features.</summary>
public sealed record PhasesStudy : Study<PhasesRecord>
{
    public override string Name => "phases";
    public override string Summary => "how well a network keeps trained mixtures, hidden features, unseen mixtures and random states";

    /// <summary>How the mixtures are stored.</summary>
    public ILearningRule Rule { get; init; } = new HebbRule();

    /// <summary>Pixels N. Default 200 (our choice). Range: ≥ 2.</summary>
    public int Size { get; init => field = Check.AtLeast(value, 2, nameof(Size)); } = 200;

    /// <summary>Hidden features D. Default 40 (our choice). Range: ≥ 1.</summary>
    public int Features { get; init => field = Check.AtLeast(value, 1, nameof(Features)); } = 40;

    /// <summary>Features per pattern L. Default 3 (our choice). Range: 1 … D; odd.</summary>
    public int Active { get; init => field = Check.AtLeast(value, 1, nameof(Active)); } = 3;

    /// <summary>Coefficients 0 and 1 instead of ±1.</summary>
    public bool Unsigned { get; init; }

    /// <summary>Run to fixed points instead of one synchronous step.</summary>
    public bool Relaxed { get; init; }

    /// <summary>Keep the rule's diagonal W_ii.</summary>
    public bool KeepDiagonal { get; init; }

    /// <summary>Loads α = p/N. Range: &gt; 0 each.</summary>
    public double[] Loads
    {
        get;
        init => field = [.. value.Select(load => Check.Positive(load, nameof(Loads)))];
    } = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 8];

    /// <summary>Starts of each kind. Default 60 (our choice). Range: ≥ 1.</summary>
    public int Probes { get; init => field = Check.AtLeast(value, 1, nameof(Probes)); } = 60;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    public override PhasesRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var key = RandomKey.FromSeed(Seed).Fold("phases");
        var world = new MixtureWorld(Size, Features, Active, !Unsigned, key);
        double[] loads = [.. Loads.Distinct().Order()];
        var points = new List<PhasePoint>();
        progress?.Begin("phases", loads.Length);
        try
        {
            foreach (double load in loads)
            {
                var m = Magnetisations.Of(world, Rule, load, KeepDiagonal, Relaxed, Probes, key, cancellation);
                points.Add(new(load, m.Training, m.Feature, m.Test, m.Random));
                progress?.Finished();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && points.Count > 0)
        {
            // The finished loads are kept; the record says that there are not all.
        }
        return new()
        {
            Options = this,
            Seed = Seed,
            Rule = Rule.Name,
            Size = Size,
            Features = Features,
            Active = Active,
            IsSigned = !Unsigned,
            Points = points,
            Cancelled = points.Count < loads.Length,
        };
    }
}
