using Crossbar.Mapping;
using Crossbar.Noise;
using Crossbar.Planning;

namespace Crossbar.Machines;

/// <summary>A prepared machine that knows what the noise of its array adds where it decides.</summary>
public interface INoisyMachine
{
    /// <summary>The budget; null without noise.</summary>
    ReadNoiseBudget? DecisionNoise { get; }
}

/// <summary>What dynamic noise adds at the decision nodes of a machine.</summary>
internal static class DecisionNoise
{
    /// <summary>A comparator's decision sees the noise of two settling time constants of its read: a bandwidth of twice the clock (our
    /// choice).</summary>
    private const double ReadBandwidthOverClock = 2;

    /// <summary>Of the reads of a clocked machine.</summary>
    /// <param name="weights">The array.</param>
    /// <param name="noise">Sources and temperature.</param>
    /// <param name="readVolts">Voltage across every cell, V.</param>
    /// <param name="clockHertz">Clock, Hz.</param>
    public static ReadNoiseBudget OfReads(MappedWeights weights, NoiseSettings noise, double readVolts, double clockHertz) =>
        ReadNoiseBudget.Of(Models(noise, NoisePlace.AmplifierInput, NoisePlace.ComparatorInput), weights.Cells, new()
        {
            ReadVolts = readVolts,
            BandwidthHertz = ReadBandwidthOverClock * clockHertz,
            Kelvin = noise.Kelvin,
            UnitSiemens = weights.RangeSiemens,
        });

    /// <summary>Of the nodes of a continuous machine: a node's capacitor is its filter, with noise bandwidth ΣG/4C, and volts are amperes
    /// over ΣG. Cells see the whole supply.</summary>
    public static ReadNoiseBudget OfNodes(CompiledHopfield compiled, NoiseSettings noise)
    {
        double siemens = compiled.Parameters.NodeFarads / compiled.TimeConstantSeconds;
        return ReadNoiseBudget.Of(Models(noise, NoisePlace.AmplifierInput), compiled.Weights.Cells, new()
        {
            ReadVolts = compiled.Parameters.SupplyVolts,
            BandwidthHertz = 0.25 / compiled.TimeConstantSeconds,
            Kelvin = noise.Kelvin,
            UnitSiemens = compiled.Weights.RangeSiemens,
            SenseOhms = 1 / siemens,
            SensesVoltage = true,
        });
    }

    private static IEnumerable<INoiseModel> Models(NoiseSettings noise, params IEnumerable<NoisePlace> inputs) =>
        noise.Models.Where(model => model.Place == NoisePlace.Cell || inputs.Contains(model.Place));
}
