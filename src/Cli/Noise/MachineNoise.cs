using Cli.Solving;
using Crossbar.Machines;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Crossbar.Planning;
using Hopfield.Model;
using Solvers.Problems;

namespace Cli.Noise;

/// <summary>What the noise of a run adds at the decision nodes of its machine.</summary>
internal static class MachineNoise
{
    /// <summary>
    /// A comparator's decision sees the noise of two settling time constants of its read: a bandwidth of twice the clock (our choice).
    /// </summary>
    private const double ReadBandwidthOverClock = 2;

    /// <summary>The clocked machine's parameters with the noise of each read: cell by cell for read noise, all else at the
    /// comparator.</summary>
    internal static ClockedMachineParameters AddTo(ClockedMachineParameters parameters, IProblem problem, RunSettings settings)
    {
        if (settings.Noise is not { } noise) return parameters;
        var budget = OfReads(problem.Encode(), settings, parameters);
        double others = budget.Contributions.Where(part => part.Source != "read").Sum(part => part.Amperes * part.Amperes);
        double cells = noise.Models.OfType<ReadNoise>().Select(model => model.RelativeSigma).FirstOrDefault();
        return parameters with
        {
            CellReadNoise = Math.Sqrt(parameters.CellReadNoise * parameters.CellReadNoise + cells * cells),
            InputNoiseAmperes = Math.Sqrt(parameters.InputNoiseAmperes * parameters.InputNoiseAmperes + others),
        };
    }

    /// <summary>The budget of a run; null without noise.</summary>
    internal static ReadNoiseBudget? Of(IsingModel model, IProblem problem, RunSettings settings) =>
        settings.Noise is null || !settings.IsAnalogue ? null
        : settings.IsCircuit ? OfNodes(CompiledHopfield.Compile(model, settings.Programmed, MachineSettings.Parameters(problem,
            settings)), settings.Noise, settings)
        : OfReads(model, settings, MachineSettings.ClockedParameters(problem, settings));

    private static ReadNoiseBudget OfReads(IsingModel model, RunSettings settings, ClockedMachineParameters parameters)
    {
        IWeightMapping mapping = settings.Programmed;
        var weights = mapping.Map(model);
        return ReadNoiseBudget.Of(Models(settings.Noise!, NoisePlace.AmplifierInput, NoisePlace.ComparatorInput), weights.Cells, new()
        {
            ReadVolts = parameters.ReadVolts,
            BandwidthHertz = ReadBandwidthOverClock * parameters.ClockHertz,
            Kelvin = settings.Noise!.Kelvin,
            UnitSiemens = Unit(settings),
        });
    }

    /// <summary>A node's capacitor is its filter: noise bandwidth ΣG/4C, and volts are amperes over ΣG. Cells see the whole
    /// supply.</summary>
    private static ReadNoiseBudget OfNodes(CompiledHopfield compiled, NoiseSettings noise, RunSettings settings)
    {
        double siemens = compiled.Parameters.NodeFarads / compiled.TimeConstantSeconds;
        return ReadNoiseBudget.Of(Models(noise, NoisePlace.AmplifierInput), compiled.Weights.Cells, new()
        {
            ReadVolts = compiled.Parameters.SupplyVolts,
            BandwidthHertz = 0.25 / compiled.TimeConstantSeconds,
            Kelvin = noise.Kelvin,
            UnitSiemens = Unit(settings),
            SenseOhms = 1 / siemens,
            SensesVoltage = true,
        });
    }

    /// <summary>A unit of weight is the largest coupling, on minus off, as everywhere in the clocked machine.</summary>
    private static double Unit(RunSettings settings) => settings.Mapping.OnSiemens - settings.Mapping.OffSiemens;

    private static IEnumerable<INoiseModel> Models(NoiseSettings noise, params IEnumerable<NoisePlace> inputs) =>
        noise.Models.Where(model => model.Place == NoisePlace.Cell || inputs.Contains(model.Place));
}
