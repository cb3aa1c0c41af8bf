using Hopfield.Numerics;

namespace Solvers.Problems.Tsp;

/// <summary>
/// The analogue network for tours as it was published, with its self-couplings −C that an Ising model cannot have:
/// <code>
/// du_xi/dt = −u_xi/τ − A Σ_{j≠i} v_xj − B Σ_{y≠x} v_yi − C (S − N') − D Σ_y d_xy (v_y,i+1 + v_y,i−1),   v = ½(1 + tanh(u/u₀))
/// </code>
/// Integrated by Euler steps that move no u by more than a tenth of u₀. Sources: Hopfield and Tank 1985, Biol. Cybern. 52:141; for the
/// repaired parameters Talaván and Yáñez 2002, Neural Networks 15:363.
/// </summary>
public sealed record HopfieldTankNetwork
{
    private const double LargestMove = 0.1, Corner = 0.02;

    /// <summary>A. Default 500 (1985).</summary>
    public double RowWeight { get; init => field = Check.Positive(value, nameof(RowWeight)); } = 500;

    /// <summary>B. Default 500 (1985).</summary>
    public double ColumnWeight { get; init => field = Check.Positive(value, nameof(ColumnWeight)); } = 500;

    /// <summary>C. Default 200 (1985).</summary>
    public double GlobalWeight { get; init => field = Check.Positive(value, nameof(GlobalWeight)); } = 200;

    /// <summary>D. Default 500 (1985).</summary>
    public double DistanceWeight { get; init => field = Check.Positive(value, nameof(DistanceWeight)); } = 500;

    /// <summary>N'. Default 15, for ten cities (1985).</summary>
    public double WantedNeurons { get; init => field = Check.Positive(value, nameof(WantedNeurons)); } = 15;

    /// <summary>u₀. Default 0.02 (1985).</summary>
    public double Width { get; init => field = Check.Positive(value, nameof(Width)); } = 0.02;

    /// <summary>1/τ; 0 for neurons without leak. Default 1 (1985).</summary>
    public double LeakRate { get; init => field = Check.NotNegative(value, nameof(LeakRate)); } = 1;

    /// <summary>Spread of the start's u round the value that gives S = n, in units of u₀. Default 0.1 (1985).</summary>
    public double StartSpread { get; init => field = Check.Positive(value, nameof(StartSpread)); } = 0.1;

    /// <summary>Steps after which a run is left as it is. Default 200,000 (our choice). Range: ≥ 1.</summary>
    public int MostSteps { get; init => field = Check.AtLeast(value, 1, nameof(MostSteps)); } = 200_000;

    /// <summary>The network of Talaván and Yáñez for an instance, without leak as theirs.</summary>
    public static HopfieldTankNetwork Repaired(TspInstance instance, double globalWeight = TalavanYanez.DefaultGlobalWeight)
    {
        double[] distances = instance.DistanceMatrix();
        double longest = distances.Max(), shortest = distances.Where((_, at) => at / instance.CityCount != at % instance.CityCount).Min();
        return new()
        {
            ColumnWeight = 3 + globalWeight,
            RowWeight = 3 + globalWeight - shortest / longest,
            GlobalWeight = globalWeight,
            DistanceWeight = 1 / longest,
            WantedNeurons = instance.CityCount + 3 / globalWeight,
            LeakRate = 0,
        };
    }

    /// <summary>One run from a random start.</summary>
    /// <returns>n² spins, up where v &gt; ½, and whether every neuron was at a corner that its input holds.</returns>
    public (sbyte[] Spins, bool Settled) Run(TspInstance instance, RandomKey key, CancellationToken cancellation = default)
    {
        int n = instance.CityCount, size = n * n;
        double[] distances = instance.DistanceMatrix(), u = new double[size], v = new double[size], rate = new double[size];
        var stream = key.Stream();
        double centre = -Width / 2 * Math.Log(Math.Max(n - 1, 1));
        for (int k = 0; k < size; k++) u[k] = centre + StartSpread * Width * (2 * stream.NextUniform() - 1);
        bool settled = false;
        for (int step = 0; step < MostSteps && !settled; step++)
        {
            if (step % 1024 == 0) cancellation.ThrowIfCancellationRequested();
            for (int k = 0; k < size; k++) v[k] = 0.5 * (1 + Math.Tanh(u[k] / Width));
            double fastest = Rates(distances, n, u, v, rate);
            double time = LargestMove * Width / Math.Max(fastest, 1e-9);
            settled = true;
            for (int k = 0; k < size; k++)
            {
                bool corner = Math.Min(v[k], 1 - v[k]) < Corner && Math.Sign(rate[k] + LeakRate * u[k]) == Math.Sign(u[k]);
                settled &= corner;
                u[k] += time * rate[k];
            }
        }
        var spins = new sbyte[size];
        for (int k = 0; k < size; k++) spins[k] = v[k] > 0.5 ? (sbyte)1 : (sbyte)-1;
        return (spins, settled);
    }

    /// <summary>du/dt of all neurons; returns the largest magnitude among those that are not held at a corner.</summary>
    private double Rates(double[] distances, int n, double[] u, double[] v, double[] rate)
    {
        Span<double> rows = stackalloc double[n], columns = stackalloc double[n];
        double sum = 0, fastest = 0;
        for (int x = 0; x < n; x++)
            for (int i = 0; i < n; i++)
            {
                rows[x] += v[x * n + i];
                columns[i] += v[x * n + i];
                sum += v[x * n + i];
            }
        for (int x = 0; x < n; x++)
            for (int i = 0; i < n; i++)
            {
                int next = i + 1 == n ? 0 : i + 1, previous = i == 0 ? n - 1 : i - 1, at = x * n + i;
                double way = 0;
                for (int y = 0; y < n; y++) way += distances[x * n + y] * (v[y * n + next] + v[y * n + previous]);
                rate[at] = -LeakRate * u[at] - RowWeight * (rows[x] - v[at]) - ColumnWeight * (columns[i] - v[at])
                    - GlobalWeight * (sum - WantedNeurons) - DistanceWeight * way;
                // A saturated neuron that is pushed further out moves no output.
                if (Math.Abs(u[at]) < 5 * Width || Math.Sign(rate[at]) != Math.Sign(u[at])) fastest = Math.Max(fastest, Math.Abs(rate[at]));
            }
        return fastest;
    }
}
