using Hopfield.Dynamics;
using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Problems.Tsp;

namespace Reproduction.Tsp;

/// <summary>How often analogue networks for tours end in a tour: the parameters of 1985 and their repair of 2002.</summary>
public sealed class TourValidity : IClaimFamily
{
    private const int Cities = 10, Instances = 10, Starts = 10;

    private const string OriginalSource = "Hopfield and Tank 1985, Biol. Cybern. 52:141; Wilson and Pawley 1988, Biol. Cybern. 58:63";

    private const string RepairedSource = "Talavan and Yanez 2002, Neural Networks 15:363";

    public string Name => "tour-validity";
    public string Summary => "Share of valid tours of Hopfield and Tank's network and of its repair.";

    public IReadOnlyList<Claim> Claims =>
    [
        new()
        {
            Id = "tsp.hopfield-tank-valid",
            Statement = "The network of 1985 (A = B = D = 500, C = 200) does not end in a tour from every start: share of valid tours.",
            Source = OriginalSource,
            Published = "0.15 (15 of 100, Wilson and Pawley) to 0.80 (16 of 20, Hopfield and Tank)",
            Protocol = Protocol("the published differential equations, N' = 15, u0 = 0.02, starts within 10 % of u0"),
            // 15 of 100 has the 95 % interval 0.09 to 0.23.
            Reproduces = new(0.09, 0.80),
            Measure = (context, cancellation) => Share(context, "original", (instance, key) =>
                new HopfieldTankNetwork().Run(instance, key, cancellation).Spins, cancellation),
            Why = "The published figures differ because cities, starts and stopping differ; the papers do not print their coordinates.",
        },
        new()
        {
            Id = "tsp.talavan-yanez-valid",
            Statement = "With the repaired parameters the same equations end in a valid tour from every start: share of valid tours.",
            Source = RepairedSource,
            Published = "every equilibrium in a corner is a tour",
            Protocol = Protocol("the same equations without leak, C = 0.5, u0 = 0.02"),
            Reproduces = new(1, 1),
            Measure = (context, cancellation) => Share(context, "repaired", (instance, key) =>
                HopfieldTankNetwork.Repaired(instance).Run(instance, key, cancellation).Spins, cancellation),
        },
        Digital("tsp.hopfield-tank-valid-digital", "asynchronous descents on the energy of 1985", "nothing is promised", new HopfieldTank(),
            new(0, 0.8)),
        Digital("tsp.talavan-yanez-valid-digital", "asynchronous descents on the repaired energy", "every minimum is a tour",
            new TalavanYanez(), new(1, 1)),
    ];

    private static Claim Digital(string id, string what, string published, ITourEncoding encoding, Interval reproduces) => new()
    {
        Id = id,
        Statement = $"How many {what} end in a valid tour: their share.",
        Source = encoding is HopfieldTank ? OriginalSource : RepairedSource,
        Published = published,
        Protocol = Protocol("one flip at a time until nothing flips, random starts"),
        Reproduces = reproduces,
        Quick = true,
        Measure = (context, cancellation) =>
        {
            var machine = new AsynchronousDynamics();
            return Share(context, id, (instance, key) => machine.Prepare(encoding.Encode(instance), cancellation)
                .Settle(Start(key), key, cancellation).Spins, cancellation);
        },
    };

    private static string Protocol(string how) =>
        $"{Instances} sets of {Cities} random cities in the unit square, {Starts} random starts each; {how}";

    private static Finding Share(ClaimContext context, string name, Func<TspInstance, RandomKey, sbyte[]> run,
        CancellationToken cancellation)
    {
        long valid = 0;
        double excess = 0;
        for (int k = 0; k < Instances; k++)
        {
            var instance = Instance(context, k);
            double optimum = HeldKarp.Run(instance).Length;
            var problem = new TspProblem(instance);
            for (int start = 0; start < Starts; start++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (problem.Decode(run(instance, context.Key(name).Fold(k).Fold(start))).Score is not { } length) continue;
                valid++;
                excess += length / optimum - 1;
            }
        }
        return Finding.Share(valid, Instances * Starts) with { Detail = valid == 0 ? "" : $"valid tours are {100 * excess / valid:0.#} % longer than the shortest in the mean" };
    }

    private static TspInstance Instance(ClaimContext context, int number)
    {
        var stream = context.Key("cities").Fold(number).Stream();
        return TspInstance.FromCoordinates($"cities {number}",
            [.. Enumerable.Range(0, Cities).Select(_ => (stream.NextUniform(), stream.NextUniform()))], realDistances: true);
    }

    private static double[] Start(RandomKey key)
    {
        var stream = key.Fold("start").Stream();
        return [.. Enumerable.Range(0, Cities * Cities).Select(_ => stream.NextGaussian())];
    }
}
