namespace Hopfield.Numerics;

/// <summary>Constants of nature, CODATA 2018 (the first three are exact since the SI of 2019). Libraries in circuits/devices carry the
/// same digits.</summary>
public static class PhysicalConstants
{
    /// <summary>Elementary charge, C.</summary>
    public const double ElementaryChargeCoulombs = 1.602176634e-19;

    /// <summary>Boltzmann constant, J/K.</summary>
    public const double BoltzmannJoulesPerKelvin = 1.380649e-23;

    /// <summary>Planck constant, J s.</summary>
    public const double PlanckJouleSeconds = 6.62607015e-34;

    /// <summary>Electron mass, kg.</summary>
    public const double ElectronMassKilograms = 9.1093837015e-31;

    /// <summary>Vacuum permittivity, F/m.</summary>
    public const double VacuumPermittivityFaradsPerMeter = 8.8541878128e-12;

    /// <summary>Boltzmann constant over elementary charge, V/K: kT/q = this · T.</summary>
    public const double BoltzmannVoltsPerKelvin = BoltzmannJoulesPerKelvin / ElementaryChargeCoulombs;
}
