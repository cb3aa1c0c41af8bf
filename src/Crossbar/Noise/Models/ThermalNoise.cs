namespace Crossbar.Noise.Models;

/// <summary>Johnson–Nyquist noise of a conductance, S_I = 4kTG at any voltage and frequency.</summary>
public sealed record ThermalNoise : INoiseModel
{
    public string Name => "thermal";
    public string Summary => "Johnson-Nyquist noise of every conductance: 4kTG";
    public string Source => "Johnson 1928, Phys. Rev. 32:97; Nyquist 1928, Phys. Rev. 32:110, eq. 5";
    public string NotModelled => "The quantum fall-off above kT/h (6 THz at 300 K); heating of the filament above the ambient temperature.";
    public bool IsOfNetwork => true;
    public NoisePlace Place => NoisePlace.Cell;
    public double Density(in NoisePoint at, double hertz) => at.ThermalDensity;
    public double SampledDensity(in NoisePoint at, double hertz, double stepSeconds) => at.ThermalDensity;
    public double BandVariance(in NoisePoint at, double hertz) => at.ThermalDensity * hertz;

    public INoiseProcess Begin(NoiseSites sites) => new WhiteProcess(sites, Name, siemens => new NoisePoint(siemens, 0,
        sites.Kelvin).ThermalDensity);
}
