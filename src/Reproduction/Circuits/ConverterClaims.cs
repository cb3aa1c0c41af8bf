using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Mapping;
using Hopfield.Model;

namespace Reproduction.Circuits;

/// <summary>The 4-bit converter of Tank and Hopfield: four neurons whose lowest energy is the binary code of an analogue voltage x, as a
/// crossbar circuit. T_ij = −2^(i+j), I_i = −2^(2i−1) + 2^i x with outputs V from 0 to 1; with V = (1 + s)/2 that is J = T/4, h_i = I_i/2 +
/// Σ_j T_ij/4.</summary>
public sealed class ConverterClaims : IClaimFamily
{
    private const string Source = "Tank and Hopfield 1986, IEEE Trans. Circuits Syst. 33:533, section III";

    private const int Bits = 4, Points = 160;

    public string Name => "converter";
    public string Summary => "Codes of the 4-bit analogue-to-digital converter, with and without a reset.";

    public IReadOnlyList<Claim> Claims =>
    [
        new()
        {
            Id = "circuits.converter.minimum",
            Statement = "The state of lowest energy is the code nearest to x; codes that are right.",
            Source = Source,
            Published = "160 of 160",
            Protocol = "160 values of x evenly over (-0.5, 15.5), enumeration of the 16 states",
            Reproduces = new(Points, Points),
            Quick = true,
            Measure = (_, _) => new Finding(Inputs().Count(x => Lowest(Model(x)) == Wanted(x))),
        },
        new()
        {
            Id = "circuits.converter.reset",
            Statement = "Started at u = 0 for every x the circuit ends in the right code; codes that are right.",
            Source = Source,
            Published = "160 of 160",
            Protocol = Protocol("each from u = 0"),
            Reproduces = new(Points, Points),
            // The published equations by explicit Euler steps in numpy, slopes of 1 to 1000, own or equal leaks, outputs that saturate:
            // 126 to 154.
            Expected = new(126, 154),
            Quick = true,
            Measure = (context, cancellation) => Codes(context, isReset: true, cancellation),
            Why = "Next to a step the neurons of higher bits decide before those of lower bits have moved; an independent integration of the "
                + "published equations does the same. The paper prints neither its slope nor its leaks.",
        },
        new()
        {
            Id = "circuits.converter.hysteresis",
            Statement = "Without the reset codes are skipped and depend on what came before; codes that are right as x rises.",
            Source = Source,
            Published = "fewer",
            Protocol = Protocol("each from the end of the last, x rising"),
            Reproduces = new(0, 0.75 * Points),
            Quick = true,
            Measure = (context, cancellation) => Codes(context, isReset: false, cancellation),
        },
    ];

    private static string Protocol(string start) =>
        $"{Points} values of x evenly over (-0.5, 15.5); differential pairs, ideal wires, constant loop gain 8, reduced engine; {start}";

    private static IEnumerable<double> Inputs() => Enumerable.Range(0, Points).Select(k => -0.5 + 16.0 * (k + 0.5) / Points);

    private static int Wanted(double x) => (int)Math.Floor(x + 0.5);

    private static IsingModel Model(double x)
    {
        var couplings = new List<(int, int, double)>();
        var fields = new double[Bits];
        for (int i = 0; i < Bits; i++)
        {
            fields[i] = 0.5 * (Math.Pow(2, i) * x - Math.Pow(2, 2 * i - 1));
            for (int j = 0; j < Bits; j++)
            {
                if (j == i) continue;
                fields[i] -= Math.Pow(2, i + j) / 4;
                if (j < i) couplings.Add((i, j, -Math.Pow(2, i + j) / 4));
            }
        }
        return new(Couplings.FromPairs(Bits, couplings), fields);
    }

    private static int Lowest(IsingModel model)
    {
        sbyte[] Spins(int code) => [.. Enumerable.Range(0, Bits).Select(i => (sbyte)((code >> i & 1) == 1 ? 1 : -1))];
        return Enumerable.Range(0, 1 << Bits).MinBy(code => model.Energy(Spins(code)));
    }

    private static Finding Codes(ClaimContext context, bool isReset, CancellationToken cancellation)
    {
        int right = 0, worst = 0;
        double residual = 0;
        var near = new List<double>();
        double[] start = new double[Bits];
        foreach (double x in Inputs())
        {
            var parameters = new ContinuousMachineParameters { LoopGain = 8, AnnealTimeConstants = 0, StopTimeConstants = 2000 };
            var prepared = (PreparedContinuousMachine)new ContinuousMachine(new ReducedEngine(), parameters, new DifferentialPairMapping())
                .Prepare(Model(x), cancellation);
            var (trace, solution) = prepared.Settle(prepared.Compiled.Request(isReset ? new double[Bits] : start), context.Key("converter"),
                cancellation);
            var nodes = prepared.Compiled.Probes(solution.Volts).Inputs;
            for (int i = 0; i < Bits; i++) start[i] = nodes[i][^1] / parameters.StartVolts;
            int code = Enumerable.Range(0, Bits).Sum(i => trace.Spins[i] > 0 ? 1 << i : 0), off = Math.Abs(code - Wanted(x));
            residual = Math.Max(residual, solution.ResidualAmperes ?? double.PositiveInfinity);
            if (off == 0) right++;
            else near.Add(Math.Abs(x + 0.5 - Math.Round(x + 0.5)));
            worst = Math.Max(worst, off);
        }
        return new Finding(right)
        {
            Detail = near.Count == 0 ? "" : FormattableString.Invariant(
                $"Wrong codes are off by up to {worst}, at x within {near.Max():f2} of a step between codes."),
        }.Require(residual < 1e-12, "the residual of every run is below 1 pA").Require(!isReset || worst <= 1, "no code is off by more than one");
    }
}
