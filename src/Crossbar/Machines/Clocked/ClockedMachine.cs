using Crossbar.Mapping;
using Crossbar.Noise;
using Crossbar.Planning;
using Hopfield.Model;

namespace Crossbar.Machines.Clocked;

/// <summary>The clocked memristor Hopfield machine (mem-HNN): per clock one column, or a batch, is read through the array, compared with
/// its threshold, and the neurons' register is updated; noise of the reads, or a threshold with hysteresis, anneals. A field of exactly 0
/// keeps the state. Cells are linear at the read voltage and hold their conductance during a run. Noise is independent from read to read:
/// slow fluctuations (1/f, telegraph) enter by their standard deviation only. Source: Cai et al. 2020, Nature Electronics 3:409, eq. 1 to
/// 3.</summary>
public sealed class ClockedMachine : IArrayMachine
{
    /// <summary>The machine with default parameters and differential pairs.</summary>
    public ClockedMachine() : this(new ClockedMachineParameters(), new DifferentialPairMapping())
    {
    }

    /// <summary>The machine with given parameters and conductances.</summary>
    public ClockedMachine(ClockedMachineParameters parameters, IWeightMapping mapping) => (Parameters, Mapping) = (parameters, mapping);

    public string Name => "clocked";
    public string Summary => "mem-HNN: columns read one after the other through the array, annealed by noise or a hysteretic threshold";

    /// <summary>Clock, annealing, noise and wires.</summary>
    public ClockedMachineParameters Parameters { get; }

    /// <summary>How weights become conductances.</summary>
    public IWeightMapping Mapping { get; }

    /// <summary>Dynamic noise of the array and its comparators, beside what the parameters state; null for none.</summary>
    public NoiseSettings? Noise { get; init; }

    public ArrayParts Takes => ArrayParts.None;

    object IMachine.Parameters => Parameters;

    public IMachine For(Landscape landscape) => With(ClockedMachineParameters.For(landscape));
    public IMachine With(object parameters) => new ClockedMachine((ClockedMachineParameters)parameters, Mapping) { Noise = Noise };
    public IMachine On(ArraySetting array) => new ClockedMachine(Parameters, array.Mapping ?? Mapping) { Noise = array.Noise };
    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => Load(model, cancellation);

    /// <summary>The same, as what it is.</summary>
    public PreparedClockedMachine Load(IsingModel model, CancellationToken cancellation = default)
    {
        var weights = Mapping.Map(model);
        if (Noise is not { } noise) return Load(model, ReadMatrix.Of(model, weights, Parameters, cancellation));
        var budget = Machines.DecisionNoise.OfReads(weights, noise, Parameters.ReadVolts, Parameters.ClockHertz);
        var noisy = WithNoise(noise, budget);
        return new(model, noisy, ReadMatrix.Of(model, weights, noisy, cancellation)) { DecisionNoise = budget };
    }

    /// <summary>The machine on an array whose reads are known: measured ones, or those of another layout.</summary>
    /// <exception cref="ArgumentException">The reads are not N × N.</exception>
    public PreparedClockedMachine Load(IsingModel model, ReadMatrix reads) => new(model, Parameters, reads);

    /// <summary>The noise of each read: cell by cell for read noise, all else at the comparator.</summary>
    private ClockedMachineParameters WithNoise(NoiseSettings noise, ReadNoiseBudget budget)
    {
        double others = budget.Contributions.Where(part => part.Source != "read").Sum(part => part.Amperes * part.Amperes);
        double cells = noise.Models.OfType<Crossbar.Noise.Models.ReadNoise>().Select(model => model.RelativeSigma).FirstOrDefault();
        return Parameters with
        {
            CellReadNoise = Math.Sqrt(Parameters.CellReadNoise * Parameters.CellReadNoise + cells * cells),
            InputNoiseAmperes = Math.Sqrt(Parameters.InputNoiseAmperes * Parameters.InputNoiseAmperes + others),
        };
    }
}
