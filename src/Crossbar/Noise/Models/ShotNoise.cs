using Hopfield.Numerics;

namespace Crossbar.Noise.Models;

/// <summary>Shot noise in excess of thermal noise, S_I = F (2q|I| coth(q|V|/2kT) − 4kTG). Together with <see cref="ThermalNoise"/> the sum
/// is that of a conductor with Fano factor F: 4kTG at V = 0, 2qIF at qV ≫ 2kT. The usual 2q|I| coth alone contains 4kTG and would count it
/// twice.</summary>
public sealed record ShotNoise : INoiseModel
{
    public string Name => "shot";
    public string Summary => "shot noise in excess of thermal noise: F (2qI coth(qV/2kT) - 4kTG)";
    public string Source => "Blanter and Büttiker 2000, Phys. Rep. 336:1, eq. 61 for a conductor with Fano factor F; Schottky 1918 in the limit";
    public string NotModelled => "Its fall-off above eV/h; suppression by phonons in filaments longer than a few nm (set the Fano factor).";
    public NoisePlace Place => NoisePlace.Cell;

    /// <summary>Fano factor F, a pure number: 1 for tunnelling, the upper bound; 1/3 for a diffusive filament (Beenakker and Büttiker 1992,
    /// Phys. Rev. B 46:1889); 0 for a macroscopic resistor. Default 1 (our choice: the most there can be). Range: 0 … 1.</summary>
    public double FanoFactor { get; init => field = Check.InRange(value, 0, 1, nameof(FanoFactor)); } = 1;

    public double Density(in NoisePoint at, double hertz)
    {
        double x = HalfVolts(at.Kelvin) * Math.Abs(at.Volts);
        return FanoFactor * at.ThermalDensity * (x < 1e-4 ? x * x / 3 : x / Math.Tanh(x) - 1);
    }

    public double SampledDensity(in NoisePoint at, double hertz, double stepSeconds) => Density(at, hertz);
    public double BandVariance(in NoisePoint at, double hertz) => Density(at, hertz) * hertz;
    public IVoltageResponse Response(double kelvin) => new ShotResponse { Kelvin = kelvin };

    public INoiseProcess Begin(NoiseSites sites) => new WhiteProcess(sites, Name,
        siemens => FanoFactor * new NoisePoint(siemens, 0, sites.Kelvin).ThermalDensity);

    /// <summary>q/2kT, 1/V.</summary>
    private static double HalfVolts(double kelvin) => 0.5 / (PhysicalConstants.BoltzmannVoltsPerKelvin * kelvin);
}
