using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>How the cells of an array differ from the nominal device, and a cell's pulse from its last one; all factors are log-normal with
/// median 1 and the given standard deviation of the logarithm. One description for every device model: conductance and voltage scale differ
/// from cell to cell, speed from pulse to pulse. Measured: 26 % spread of the threshold voltage over 4096 passive cells (Mahmoodi et al.,
/// IEDM 2019).</summary>
public sealed record CellVariation
{
    /// <summary>Device to device: spread of the conductance at equal state. Default 0 (our choice). Range: 0 … 2.</summary>
    public double ConductanceSpread { get; init => field = Check.InRange(value, 0, 2, nameof(ConductanceSpread)); }

    /// <summary>Device to device: spread of the voltage scale of switching. Default 0 (our choice). Range: 0 … 1.</summary>
    public double ThresholdSpread { get; init => field = Check.InRange(value, 0, 1, nameof(ThresholdSpread)); }

    /// <summary>Device to device: spread of the speed of switching. Default 0 (our choice). Range: 0 … 5.</summary>
    public double SpeedSpread { get; init => field = Check.InRange(value, 0, 5, nameof(SpeedSpread)); }

    /// <summary>Cycle to cycle: spread of the speed from pulse to pulse. Default 0 (our choice). Range: 0 … 5.</summary>
    public double CycleSpread { get; init => field = Check.InRange(value, 0, 5, nameof(CycleSpread)); }

    /// <summary>exp(spread · z) for each cell, z standard normal from the key of the cell.</summary>
    public static double[] Factors(int cells, double spread, RandomKey key)
    {
        var factors = new double[cells];
        for (int c = 0; c < cells; c++) factors[c] = spread == 0 ? 1 : Math.Exp(spread * key.Fold(c).Stream().NextGaussian());
        return factors;
    }
}
