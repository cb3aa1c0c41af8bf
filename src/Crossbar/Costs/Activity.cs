using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>What one run does, counted: the quantities that unit costs are per.</summary>
public sealed class Activity
{
    /// <summary>Every quantity with its meaning.</summary>
    public static readonly IReadOnlyDictionary<string, string> Meanings = new Dictionary<string, string>
    {
        ["run"] = "one annealing or descent",
        ["clock"] = "one period of the clocked machine",
        ["column-read"] = "one column compared with its threshold",
        ["word-drive"] = "one word line driven during one clock",
        ["neuron-update"] = "one decision of a neuron",
        ["noise-sample"] = "one random number added to a read",
        ["second"] = "time of the run: leakage and bias",
        ["coupling-add"] = "one weight added to a local field",
        ["weight-bit"] = "one bit of a weight fetched",
        ["field-write"] = "one local field written back",
        ["programmed-cell"] = "one cell written, divided by the runs that use it",
    };

    private readonly Dictionary<string, double> _counts = [];

    private Activity(string machine, double seconds) =>
        (Machine, this["second"]) = (machine, Check.Positive(seconds, nameof(seconds), "s"));

    /// <summary>Whose run it is.</summary>
    public string Machine { get; }

    /// <summary>Time of the run, s.</summary>
    public double Seconds => this["second"];

    /// <summary>Count of a quantity in one run; 0 where the machine has none of it.</summary>
    /// <exception cref="ArgumentException">There is no such quantity.</exception>
    public double this[string quantity]
    {
        get => Meanings.ContainsKey(quantity) ? _counts.GetValueOrDefault(quantity) : throw Unknown(quantity);
        private set => _counts[quantity] = Check.NotNegative(value, quantity);
    }

    /// <summary>A run of the clocked machine.</summary>
    /// <param name="neurons">N.</param>
    /// <param name="parameters">Cycles, batch and clock.</param>
    /// <param name="rows">Word lines of the array.</param>
    /// <param name="runsPerProgramming">Runs that share one programming of the array. Range: &gt; 0.</param>
    public static Activity OfClocked(int neurons, Machines.Clocked.ClockedMachineParameters parameters, int rows, double runsPerProgramming)
    {
        double clocks = (double)parameters.Cycles * parameters.ClocksPerCycle(neurons), updates = (double)parameters.Cycles * neurons;
        bool isNoisy = parameters.NoiseUnits is not { Start: 0, End: 0 };
        return new("clocked", parameters.RunSeconds(neurons))
        {
            ["run"] = 1,
            ["clock"] = clocks,
            ["column-read"] = updates,
            ["neuron-update"] = updates,
            ["word-drive"] = clocks * rows,
            ["noise-sample"] = isNoisy ? updates : 0,
            ["programmed-cell"] = (double)rows * neurons / Check.Positive(runsPerProgramming, nameof(runsPerProgramming)),
        };
    }

    /// <summary>A run of a continuous machine.</summary>
    public static Activity OfContinuous(int neurons, double seconds, int rows, double runsPerProgramming) => new("continuous", seconds)
    {
        ["run"] = 1,
        ["programmed-cell"] = (double)rows * neurons / Check.Positive(runsPerProgramming, nameof(runsPerProgramming)),
    };

    /// <summary>A digital engine that computes every local field afresh, as a crossbar does: one add and one weight fetched per stored
    /// entry of a row.</summary>
    /// <param name="rowEntries">Stored entries of a row: N in a dense memory, the mean number of neighbours in a sparse one. Range: ≥
    /// 0.</param>
    /// <param name="updates">Decisions in one run.</param>
    /// <param name="weightBits">Bits of one entry: of the weight, and in a sparse memory of its index. Range: ≥ 1.</param>
    /// <param name="updatesPerSecond">Speed of the engine, 1/s. Range: &gt; 0.</param>
    public static Activity OfDigitalRecompute(double rowEntries, double updates, int weightBits, double updatesPerSecond) =>
        new("digital, fields summed afresh", updates / Check.Positive(updatesPerSecond, nameof(updatesPerSecond)))
        {
            ["run"] = 1,
            ["neuron-update"] = updates,
            ["coupling-add"] = updates * rowEntries,
            ["weight-bit"] = updates * rowEntries * weightBits,
            ["noise-sample"] = updates,
        };

    /// <summary>A digital engine that keeps the local fields: only a flip fetches a row of weights, adds it and writes the fields
    /// back.</summary>
    /// <param name="counts">Counted work of a run of this program.</param>
    /// <param name="weightBits">Bits of one weight.</param>
    /// <param name="updatesPerSecond">Speed of the engine, 1/s.</param>
    public static Activity OfDigitalIncremental(OperationCounts counts, int weightBits, double updatesPerSecond) =>
        new("digital, fields kept", counts.SpinUpdates / Check.Positive(updatesPerSecond, nameof(updatesPerSecond)))
        {
            ["run"] = 1,
            ["neuron-update"] = counts.SpinUpdates,
            ["coupling-add"] = counts.CouplingOperations,
            ["weight-bit"] = (double)counts.CouplingOperations * weightBits,
            ["field-write"] = counts.CouplingOperations,
            ["noise-sample"] = counts.SpinUpdates,
        };

    /// <summary>A run of which only the time is known.</summary>
    public static Activity OfTime(string machine, double seconds) => new(machine, seconds) { ["run"] = 1 };

    internal static ArgumentException Unknown(string quantity) =>
        new($"'{quantity}' is counted nowhere; expected one of {string.Join(", ", Meanings.Keys)}");
}
