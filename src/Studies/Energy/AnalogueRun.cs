using Crossbar.Costs;
using Crossbar.Machines.Clocked;

namespace Studies.Energy;

/// <summary>What the analogue machine's runs did and took.</summary>
public sealed record AnalogueRun(Activity Activity, IReadOnlyList<CostRow> Measured, double Updates, double Flips, int WeightBits,
    double Balance, double ArrayWatts,
    ClockedMachineParameters? Parameters, int Rows, IReadOnlyList<string> Notes);
