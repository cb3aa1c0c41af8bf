using static Hopfield.Numerics.PhysicalConstants;

namespace Crossbar.Devices;

/// <summary>One JART cell. Barrier voltage u and temperature T are found by two nested, safeguarded Newton iterations: u + I R(I) = |V|
/// inside, T = T₀ + P R_th outside, starting cold, so that of several temperatures the lowest is taken, the one that a rising voltage
/// reaches.</summary>
internal readonly struct JartCell : IOneStateCell
{
    private const int MostIterations = 60;
    private const double Valence = 2, SmallVolts = 1e-9;
    private readonly JartVcm _p;
    private readonly double _area, _lowering, _tunnel, _perVacancy, _plugOhms, _lineOhms, _lineHeating;

    public JartCell(JartVcm device)
    {
        const double q = ElementaryChargeCoulombs;
        _p = device;
        _area = Math.PI * device.RadiusMeters * device.RadiusMeters;
        double eps = device.BarrierPermittivity * VacuumPermittivityFaradsPerMeter;
        _lowering = q * q * q * Valence / (8 * Math.PI * Math.PI * eps * eps * eps);
        // E₀₀ = (q h/4π) √(z N/(m ε)), here over q, in V per √(1/m³).
        _tunnel = PlanckJouleSeconds / (4 * Math.PI)
            * Math.Sqrt(Valence / (ElectronMassKilograms * device.RelativePermittivity * VacuumPermittivityFaradsPerMeter));
        double perMeter = 1 / (Valence * q * device.MobilitySquareMetersPerVoltSecond * _area);
        _perVacancy = device.DiscMeters * perMeter;
        _plugOhms = (device.CellMeters - device.DiscMeters) * perMeter / device.PlugPerCubicMeter;
        _lineOhms = device.OxideOhms + device.LineOhms;
        _lineHeating = device.LineOhms * device.LineOhms * device.LinePerKelvin * device.LineKelvinPerWatt;
    }

    public double Current(double volts, double state, out double siemens)
    {
        if (volts == 0)
        {
            Current(SmallVolts, state, out siemens);
            return 0;
        }
        var point = Solve(volts, state);
        double i = point.Amperes.Value, cellOhms = _perVacancy / state + _plugOhms, rth = ThermalOhms(volts);
        double byCurrent = cellOhms + _lineOhms + 3 * _lineHeating * i * i, powerByCurrent = point.Barrier + 2 * i * cellOhms;
        double a11 = 1 + byCurrent * point.Amperes.A, a12 = byCurrent * point.Amperes.B;
        double a21 = -rth * (powerByCurrent * point.Amperes.A + i), a22 = 1 - rth * powerByCurrent * point.Amperes.B;
        siemens = (point.Amperes.A * a22 - point.Amperes.B * a21) / (a11 * a22 - a12 * a21);
        return Math.CopySign(i, volts);
    }

    public double Rate(double volts, double state)
    {
        if (volts == 0) return 0;
        var point = Solve(volts, state);
        double disc = point.Amperes.Value * _perVacancy / state;
        bool resets = volts > 0;
        double field = resets
            ? (point.Barrier + disc + point.Amperes.Value * _plugOhms) / _p.CellMeters
            : -disc / _p.DiscMeters;
        double gamma = Valence * _p.HopMeters * field / (Math.PI * _p.ActivationElectronVolts);
        double even = Math.Sqrt(1 - gamma * gamma) + gamma * Math.Asin(gamma), odd = gamma * Math.PI / 2;
        double perThermal = _p.ActivationElectronVolts / (BoltzmannVoltsPerKelvin * point.Kelvin);
        double ratio = resets ? _p.LeastPerCubicMeter / state : state / _p.MostPerCubicMeter, fifth = ratio * ratio * ratio * ratio * ratio;
        double hops = Math.Exp(-perThermal * (even - odd)) - Math.Exp(-perThermal * (even + odd));
        return -0.5 * (_p.PlugPerCubicMeter + state) * _p.HopMeters * _p.AttemptHertz / _p.DiscMeters * hops * (1 - fifth * fifth);
    }

    private double ThermalOhms(double volts) => _p.ThermalKelvinPerWatt * (volts > 0 ? _p.ResetThermalFactor : 1);

    private (double Barrier, double Kelvin, Dual Amperes) Solve(double volts, double state)
    {
        double size = Math.Abs(volts), cellOhms = _perVacancy / state + _plugOhms, rth = ThermalOhms(volts), ambient = _p.AmbientKelvin;
        // Most power reaches the cell when it matches the line.
        double low = ambient, high = ambient + rth * size * size / (4 * _lineOhms), kelvin = ambient, guess = 0;
        Dual amperes = default;
        for (int k = 0; k < MostIterations; k++)
        {
            guess = Barrier(size, state, kelvin, volts > 0, cellOhms, guess, out amperes);
            double i = amperes.Value, byCurrent = cellOhms + _lineOhms + 3 * _lineHeating * i * i;
            double miss = ambient + rth * i * (guess + i * cellOhms) - kelvin;
            if (miss > 0) low = kelvin;
            else high = kelvin;
            // Along the solution du/dT = −(dV/dI) I_T / (1 + (dV/dI) I_u).
            double barrierByKelvin = -byCurrent * amperes.B / (1 + byCurrent * amperes.A), currentByKelvin = amperes.B
                + amperes.A * barrierByKelvin;
            double slope = rth * ((guess + 2 * i * cellOhms) * currentByKelvin + i * barrierByKelvin) - 1;
            double next = slope < 0 ? kelvin - miss / slope : 0.5 * (low + high);
            if (!(next >= low && next <= high)) next = 0.5 * (low + high);
            double change = Math.Abs(next - kelvin);
            kelvin = next;
            if (change <= 1e-12 * kelvin) break;
        }
        return (guess, kelvin, amperes);
    }

    /// <summary>Barrier voltage at which the barrier carries what the rest lets through, and that current.</summary>
    private double Barrier(double size, double state, double kelvin, bool resets, double cellOhms, double start, out Dual amperes)
    {
        // Never at 0: without a barrier the field emission has no slope there.
        double low = 0, high = size, u = start > 0 && start < size ? start : 1e-3 * size;
        amperes = Emission(u, state, kelvin, resets);
        for (int k = 0; k < MostIterations; k++)
        {
            double i = amperes.Value, residual = u + i * (cellOhms + _lineOhms + _lineHeating * i * i) - size;
            // Just below flat band, where the image-force lowering ends, thermionic emission falls with the voltage: the solution lies
            // before.
            bool isBeyond = !(amperes.A > 0);
            if (residual > 0 || isBeyond) high = u;
            else low = u;
            double next = u - residual / (1 + (cellOhms + _lineOhms + 3 * _lineHeating * i * i) * amperes.A);
            if (isBeyond || !(next >= low && next <= high)) next = 0.5 * (low + high);
            double change = Math.Abs(next - u);
            u = next;
            amperes = Emission(u, state, kelvin, resets);
            if (change <= 1e-15 * size) break;
        }
        return u;
    }

    /// <summary>Current over the barrier at a voltage u ≥ 0 of either direction, with its derivatives by u and by T.</summary>
    private Dual Emission(double barrierVolts, double state, double kelvin, bool resets)
    {
        Dual u = new(barrierVolts, 1), thermal = new(BoltzmannVoltsPerKelvin * kelvin, 0, BoltzmannVoltsPerKelvin);
        var psi = _p.BarrierElectronVolts - _p.FermiElectronVolts - (resets ? u : -u);
        Dual height = _p.BarrierElectronVolts;
        if (psi.Value > 0) height -= Dual.Sqrt(Dual.Sqrt(_lowering * state * psi));
        if (height.Value < 0) height = 0;
        var temperature = new Dual(kelvin, 0, 1);
        double scale = _area * _p.RichardsonAmperesPerSquareMeterKelvin;
        if (resets) return scale * temperature * temperature * Dual.Exp(-(height / thermal)) * (Dual.Exp(u / thermal) - 1);
        double e00 = _tunnel * Math.Sqrt(state);
        var ratio = e00 / thermal;
        var tanh = Dual.Tanh(ratio);
        var e0 = e00 / tanh;
        var slope = e00 / (ratio - tanh);
        var sech = 1 - tanh * tanh;
        return scale * temperature / BoltzmannVoltsPerKelvin * Dual.Sqrt(Math.PI * e00 * (u + height * sech))
            * Dual.Exp(-(height / e0)) * (Dual.Exp(u / slope) - 1);
    }
}
