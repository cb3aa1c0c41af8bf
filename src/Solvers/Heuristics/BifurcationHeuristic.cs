using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>Simulated bifurcation with walls: particles x_i with momenta y_i move by ẋ = a₀y, ẏ = −(a₀ − a(t))x + c₀ Σ_j J_ij z_j, where z
/// = x (ballistic) or z = sgn x (discrete), and stop at the walls |x| = 1. The pump a(t) rises in equal steps from 0 to a₀ = 1; the answer
/// is sgn x, without a descent. c₀ = 0.5/√(mean Σ_j J_ij²). The time step is 1.25 (discrete) or 1 (ballistic), shorter where the largest
/// eigenvalue λ of J would make steps unstable: at most 1.5/√(1 + c₀|λ|), as the mean weight of a MAX-CUT graph does. Runs follow one
/// another with twice the steps each. Sixteen replicas in vector lanes. Source: Goto et al. 2021, Sci. Adv. 7:eabe7953, eqs. 5 to 9 and
/// Methods; the shorter step is our choice. External fields are couplings to one particle more, whose sign is taken out of the answer: as
/// plain forces they would outweigh couplings while positions are small.</summary>
public abstract class BifurcationHeuristic : IHeuristic
{
    private const int Lanes = 16;

    public abstract string Name { get; }
    public abstract string Summary { get; }

    /// <summary>Steps of the first run. Default 50 (our choice). Range: ≥ 2.</summary>
    public int FirstSteps { get; init => field = Check.AtLeast(value, 2, nameof(FirstSteps)); } = 50;

    /// <summary>Steps from which runs grow no longer. Default 20,000 (our choice). Range: ≥ 2.</summary>
    public int MostSteps { get; init => field = Check.AtLeast(value, 2, nameof(MostSteps)); } = 20_000;

    private protected abstract bool IsDiscrete { get; }

    private protected abstract float Step { get; }

    public IPreparedHeuristic Prepare(IsingModel model) => new Prepared(this, IntegerModel.Of(model));

    private sealed class Prepared(BifurcationHeuristic settings, IntegerModel model) : IPreparedHeuristic
    {
        /// <summary>Steps of the power iteration; the eigenvalue needs no more than a digit.</summary>
        private const int PowerSteps = 30;

        private readonly float _stableStep =
            (float)(1.5 / Math.Sqrt(1 + 0.5 * LargestEigenvalue(model) / Math.Max(model.TypicalField, double.Epsilon)));

        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation)
        {
            var record = new SearchRecord(settings.Name, model.Source, budget, key, progress, cancellation);
            var particles = new Particles(model);
            float time = Math.Min(settings.Step, _stableStep);
            var spins = new sbyte[model.Size];
            var fields = new int[model.Size];
            long best = long.MaxValue, perStep = (long)model.Size * Lanes;
            bool goesOn = true;
            for (int run = 0, steps = settings.FirstSteps; goesOn; run++, steps = Math.Min(2 * steps, settings.MostSteps))
            {
                particles.Randomise(key.Fold(run));
                long pending = 0;
                for (int step = 0; step < steps && goesOn; step++)
                {
                    particles.Advance((float)step / steps, time, settings.IsDiscrete);
                    if ((pending += perStep) < 100_000) continue;
                    goesOn = record.GoesOn(pending);
                    pending = 0;
                }
                for (int lane = 0; lane < Lanes; lane++)
                {
                    particles.Signs(lane, spins);
                    model.LocalFields(spins, fields);
                    long energy = model.TwiceEnergy(spins, fields);
                    if (energy >= best) continue;
                    best = energy;
                    record.Offer(spins);
                }
                goesOn = record.GoesOn(pending) && goesOn;
            }
            return record.ToResult();
        }

        /// <summary>|λ| of J' by power iteration from a fixed start.</summary>
        private static double LargestEigenvalue(IntegerModel model)
        {
            var stream = new RandomKey(0).Fold("power iteration").Stream();
            double[] v = [.. Enumerable.Range(0, model.Size).Select(_ => stream.NextGaussian())], product = new double[v.Length];
            double length = 0;
            for (int step = 0; step < PowerSteps; step++)
            {
                double norm = Math.Sqrt(v.Sum(x => x * x));
                for (int i = 0; i < v.Length; i++) v[i] /= norm;
                for (int i = 0; i < v.Length; i++)
                {
                    double sum = 0;
                    for (int k = model.RowStart[i]; k < model.RowStart[i + 1]; k++) sum += model.Values[k] * v[model.Columns[k]];
                    product[i] = sum;
                }
                length = Math.Sqrt(product.Sum(x => x * x));
                if (length == 0) break;
                (v, product) = (product, v);
            }
            return length;
        }
    }

    /// <summary>Positions and momenta of sixteen replicas.</summary>
    private sealed unsafe class Particles
    {
        private readonly IntegerModel _model;
        private readonly int _extra; // 1 when fields are couplings to a last particle
        private readonly AlignedArray<Vector512<float>> _x, _z, _y;
        private readonly float[] _values, _fields;

        public Particles(IntegerModel model)
        {
            _model = model;
            _extra = model.Source.HasFields ? 1 : 0;
            int count = model.Size + _extra;
            (_x, _z, _y) = (new(count), new(count), new(count));
            float coupling = model.TypicalField > 0 ? (float)(0.5 / model.TypicalField) : 0;
            (_values, _fields) = ([.. model.Values.Select(value => coupling * value)], [.. model.Fields.Select(field => coupling * field)]);
        }

        public void Randomise(RandomKey key)
        {
            var random = new LaneRandom(key);
            var scale = Vector512.Create(0.1f / int.MaxValue); // uniform in ±0.1, as Goto's initial values
            for (int i = 0; i < _x.Length; i++)
            {
                _x.Pointer[i] = Vector512.ConvertToSingle(random.Next().AsInt32()) * scale;
                _y.Pointer[i] = Vector512.ConvertToSingle(random.Next().AsInt32()) * scale;
            }
        }

        /// <summary>One step of symplectic Euler: momenta from the positions, then positions from the momenta.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Advance(float pump, float step, bool isDiscrete)
        {
            Vector512<float>* x = _x.Pointer, y = _y.Pointer, z = isDiscrete ? _z.Pointer : x;
            var one = Vector512<float>.One;
            if (isDiscrete)
                for (int i = 0; i < _x.Length; i++)
                    z[i] = Vector512.ConditionalSelect(Vector512.LessThan(x[i], Vector512<float>.Zero), -one, one);
            var restoring = Vector512.Create((1 - pump) * step);
            var dt = Vector512.Create(step);
            fixed (int* rowStart = _model.RowStart, columns = _model.Columns)
            fixed (float* values = _values)
            {
                var last = Vector512<float>.Zero;
                for (int i = 0; i < _model.Size; i++)
                {
                    var field = Vector512.Create(_fields[i]);
                    var force = _extra > 0 ? field * z[_model.Size] : field;
                    last = Vector512.FusedMultiplyAdd(field, z[i], last);
                    for (int k = rowStart[i]; k < rowStart[i + 1]; k++)
                        force = Vector512.FusedMultiplyAdd(Vector512.Create(values[k]), z[columns[k]], force);
                    y[i] += dt * force - restoring * x[i];
                }
                if (_extra > 0) y[_model.Size] += dt * last - restoring * x[_model.Size];
            }
            for (int i = 0; i < _x.Length; i++)
            {
                var moved = x[i] + dt * y[i];
                var beyond = Vector512.GreaterThan(Vector512.Abs(moved), one);
                x[i] = Vector512.Min(Vector512.Max(moved, -one), one);
                y[i] = Vector512.ConditionalSelect(beyond, Vector512<float>.Zero, y[i]);
            }
        }

        public void Signs(int lane, Span<sbyte> spins)
        {
            var x = (float*)_x.Pointer + lane;
            bool reversed = _extra > 0 && x[(long)_model.Size * Lanes] < 0;
            for (int i = 0; i < spins.Length; i++) spins[i] = x[(long)i * Lanes] < 0 != reversed ? (sbyte)-1 : (sbyte)1;
        }
    }
}

/// <summary>Ballistic simulated bifurcation.</summary>
public sealed class BallisticBifurcation : BifurcationHeuristic
{
    public override string Name => "bifurcation-ballistic";
    public override string Summary => "ballistic simulated bifurcation: forces from positions";

    private protected override bool IsDiscrete => false;

    private protected override float Step => 1f;
}

/// <summary>Discrete simulated bifurcation.</summary>
public sealed class DiscreteBifurcation : BifurcationHeuristic
{
    public override string Name => "bifurcation-discrete";
    public override string Summary => "discrete simulated bifurcation: forces from signs of positions";

    private protected override bool IsDiscrete => true;

    private protected override float Step => 1.25f;
}
