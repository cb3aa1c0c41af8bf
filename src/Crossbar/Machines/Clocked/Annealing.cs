namespace Crossbar.Machines.Clocked;

/// <summary>Amplitudes of one cycle, in weight units.</summary>
/// <param name="UniformHalfWidth">Half-width of the uniform part of the noise; 0 for none.</param>
/// <param name="Sigmas">Standard deviation of the normal part for each column; all 0 for none.</param>
/// <param name="Hysteresis">w.</param>
internal readonly record struct CycleAmplitudes(float UniformHalfWidth, float[] Sigmas, float Hysteresis)
{
    public bool HasGaussian => Sigmas.AsSpan().ContainsAnyExcept(0f);
}

/// <summary>The amplitudes of every cycle, worked out once for all runs. What enters at the comparator (the stated noise and the input
/// noise) is divided by gain and relative read voltage; the fluctuation of the cells grows with the signal and is not.</summary>
internal static class Annealing
{
    /// <summary>A signal is never taken as smaller than this part of the nominal one, lest the noise be infinite.</summary>
    private const double LeastSignal = 1e-6;

    public static CycleAmplitudes[] Amplitudes(ClockedMachineParameters parameters, ReadMatrix read, double rowNormUnits)
    {
        int cycles = parameters.Cycles, n = read.Fields.Length;
        var noise = parameters.NoiseUnits ?? ClockedMachineParameters.AutomaticNoise(rowNormUnits);
        var all = new CycleAmplitudes[cycles];
        for (int cycle = 0; cycle < cycles; cycle++)
        {
            // The last cycle is at the end of every ramp.
            double x = cycles == 1 ? 1 : (double)cycle / (cycles - 1);
            double signal = Math.Max(LeastSignal, parameters.Gain.At(x) * parameters.RelativeReadVolts.At(x));
            double stated = noise.At(x) / signal, input = parameters.InputNoiseAmperes / (read.UnitAmperes * signal);
            double normal = parameters.Shape == NoiseShape.Gaussian ? stated : 0;
            var sigmas = new float[n];
            for (int i = 0; i < n; i++)
            {
                double cells = parameters.CellReadNoise * read.CellNormUnits[i];
                sigmas[i] = (float)Math.Sqrt(normal * normal + input * input + cells * cells);
            }
            all[cycle] = new(parameters.Shape == NoiseShape.Uniform ? (float)stated : 0, sigmas, (float)parameters.HysteresisUnits.At(x));
        }
        return all;
    }
}
