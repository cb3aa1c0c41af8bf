using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>Pickett's titanium dioxide device: a Simmons tunnel barrier of width w in series with R_s. Tunnel current i = (j₀A/Δw²) [φ
/// e^(−B√φ) − (φ + e|v_g|) e^(−B√(φ + e|v_g|))] with the barrier φ lowered by image force and field; while i &gt; 0, dw/dt = f_off
/// sinh(i/i_off) exp(−exp((w − a_off)/w_c − i/b) − w/w_c), while i &lt; 0 the mirror image with f_on, i_on, a_on, and w falls. Positive
/// current widens the barrier and raises the resistance. The on equation exceeds any physical speed once w has begun to fall; |dw/dt| is
/// therefore limited to 1 m/s (our choice: 0.8 ns across the range) as r/(1 + |r|/limit). Range of validity: |V| ≤ 1.5 V, w from 1.1 to 1.9
/// nm: there φ &gt; 0 and the current grows with the voltage. Source: Pickett, Strukov, Borghetti, Yang, Snider, Stewart and Williams 2009,
/// J. Appl. Phys. 106:074508, doi:10.1063/1.3236506, eqs. 1–4; Abdalla and Pickett 2011, ISCAS, doi:10.1109/ISCAS.2011.5937942, with the
/// constants of their netlist; barrier: Simmons 1963, J. Appl. Phys. 34:1793, eqs. 31 and 34.</summary>
public sealed record PickettSimmons : IDeviceModel
{
    /// <summary>Off speed f_off, m/s. Default 3.5 µm/s (source). Range: &gt; 0.</summary>
    public double OffMetersPerSecond { get; init => field = Check.Positive(value, nameof(OffMetersPerSecond), "m/s"); } = 3.5e-6;

    /// <summary>Off current scale i_off, A. Default 115 µA (source). Range: &gt; 0.</summary>
    public double OffAmperes { get; init => field = Check.Positive(value, nameof(OffAmperes), "A"); } = 115e-6;

    /// <summary>Off width scale a_off, m. Default 1.2 nm (source). Range: &gt; 0.</summary>
    public double OffWindowMeters { get; init => field = Check.Positive(value, nameof(OffWindowMeters), "m"); } = 1.2e-9;

    /// <summary>On speed f_on, m/s. Default 40 µm/s (source). Range: &gt; 0.</summary>
    public double OnMetersPerSecond { get; init => field = Check.Positive(value, nameof(OnMetersPerSecond), "m/s"); } = 40e-6;

    /// <summary>On current scale i_on, A. Default 8.9 µA (source). Range: &gt; 0.</summary>
    public double OnAmperes { get; init => field = Check.Positive(value, nameof(OnAmperes), "A"); } = 8.9e-6;

    /// <summary>On width scale a_on, m. Default 1.8 nm (source). Range: &gt; 0.</summary>
    public double OnWindowMeters { get; init => field = Check.Positive(value, nameof(OnWindowMeters), "m"); } = 1.8e-9;

    /// <summary>Current b that softens both windows, A. Default 500 µA (source). Range: &gt; 0.</summary>
    public double WindowAmperes { get; init => field = Check.Positive(value, nameof(WindowAmperes), "A"); } = 500e-6;

    /// <summary>Width w_c of both windows, m. Default 107 pm (source). Range: &gt; 0.</summary>
    public double WindowWidthMeters { get; init => field = Check.Positive(value, nameof(WindowWidthMeters), "m"); } = 107e-12;

    /// <summary>Series resistance R_s, Ω. Default 215 (Abdalla and Pickett). Range: &gt; 0.</summary>
    public double SeriesOhms { get; init => field = Check.Positive(value, nameof(SeriesOhms), "ohm"); } = 215;

    /// <summary>Barrier height φ₀/e, V. Default 0.95 (source). Range: 0.8 … 3.</summary>
    public double BarrierElectronVolts { get; init => field = Check.InRange(value, 0.8, 3, nameof(BarrierElectronVolts), "eV"); } = 0.95;

    /// <summary>Relative permittivity of the barrier. Default 5 (source). Range: 5 … 100.</summary>
    public double RelativePermittivity { get; init => field = Check.InRange(value, 5, 100, nameof(RelativePermittivity)); } = 5;

    /// <summary>Area A of the channel, m². Default 10⁴ nm² (source). Range: &gt; 0.</summary>
    public double AreaSquareMeters { get; init => field = Check.Positive(value, nameof(AreaSquareMeters), "m^2"); } = 1e-14;

    /// <summary>Where |dw/dt| saturates, m/s. Default 1 (our choice). Range: &gt; 0.</summary>
    public double LargestMetersPerSecond { get; init => field = Check.Positive(value, nameof(LargestMetersPerSecond), "m/s"); } = 1;

    /// <summary>Barrier width of a fresh cell, m. Default 1.5 nm (our choice: the middle). Range: 1.1 … 1.9 nm.</summary>
    public double StartWidthMeters { get; init => field = Check.InRange(value, 1.1e-9, 1.9e-9, nameof(StartWidthMeters), "m"); } = 1.5e-9;

    public string Name => "pickett-simmons";
    public string Summary => "Titanium dioxide: tunnel barrier whose width drifts exponentially with the current.";

    public string Source =>
        "Pickett et al. 2009, JAP 106:074508, doi:10.1063/1.3236506; Abdalla, Pickett 2011, ISCAS, doi:10.1109/ISCAS.2011.5937942";

    public string NotModelled => "temperature, retention, tunnelling at voltages above the barrier";
    public IReadOnlyList<DeviceState> States => [new("barrier width", "m", 1.1e-9, 1.9e-9, StartWidthMeters)];
    public double LargestVolts => 1.5;
    public int SetPolarity => -1;
    public DeviceSweep Sweep => new(1.1, 1e-3);
    public ProgrammingPulses? Pulses => new(-0.6, 0.8, 1e-6, 0.02, 1.4);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens) =>
        CellLoop.Currents(new Cell(this), volts, states, amperes, siemens);

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) =>
        CellLoop.Rates(new Cell(this), volts, states, rates);

    private readonly struct Cell : IOneStateCell
    {
        private const int MostIterations = 50;
        private readonly PickettSimmons _p;
        private readonly double _image, _inner, _decay, _current;

        public Cell(PickettSimmons device)
        {
            const double q = PhysicalConstants.ElementaryChargeCoulombs, h = PhysicalConstants.PlanckJouleSeconds;
            _p = device;
            // λ w = q ln 2 / (8 π κ ε₀), V m; w₁ = 1.2 λ w / φ₀.
            _image = q * Math.Log(2) / (8 * Math.PI * device.RelativePermittivity * PhysicalConstants.VacuumPermittivityFaradsPerMeter);
            _inner = 1.2 * _image / device.BarrierElectronVolts;
            _decay = 4 * Math.PI / h * Math.Sqrt(2 * PhysicalConstants.ElectronMassKilograms * q);
            _current = q * q / (2 * Math.PI * h) * device.AreaSquareMeters;
        }

        public double Current(double volts, double state, out double siemens)
        {
            double size = Math.Abs(volts), gap = size, low = 0, high = size;
            var tunnel = Tunnel(gap, state);
            for (int k = 0; k < MostIterations; k++)
            {
                double residual = gap + _p.SeriesOhms * tunnel.Value - size;
                // Beyond its range of validity the formula falls with the voltage and then has no value: the solution lies below.
                bool isBeyond = !(tunnel.A > 0);
                if (residual > 0 || isBeyond) high = gap;
                else low = gap;
                double next = gap - residual / (1 + _p.SeriesOhms * tunnel.A);
                if (isBeyond || !(next > low && next < high)) next = 0.5 * (low + high);
                double change = Math.Abs(next - gap);
                gap = next;
                tunnel = Tunnel(gap, state);
                if (change <= 1e-15 * size) break;
            }
            siemens = tunnel.A / (1 + _p.SeriesOhms * tunnel.A);
            return Math.CopySign(tunnel.Value, volts);
        }

        public double Rate(double volts, double state)
        {
            double size = Math.Abs(Current(volts, state, out _)), softening = size / _p.WindowAmperes;
            double raw = volts > 0
                ? _p.OffMetersPerSecond * Driven(size / _p.OffAmperes,
                    Math.Exp((state - _p.OffWindowMeters) / _p.WindowWidthMeters - softening) + state / _p.WindowWidthMeters)
                : -_p.OnMetersPerSecond * Driven(size / _p.OnAmperes,
                    Math.Exp((_p.OnWindowMeters - state) / _p.WindowWidthMeters - softening) + state / _p.WindowWidthMeters);
            return raw / (1 + Math.Abs(raw) / _p.LargestMetersPerSecond);
        }

        /// <summary>sinh(a) e^−b where each alone may overflow.</summary>
        private static double Driven(double a, double b) => 0.5 * (Math.Exp(Math.Min(a - b, 300)) - Math.Exp(-a - b));

        /// <summary>Current through the barrier at a gap voltage ≥ 0, with its slope.</summary>
        private Dual Tunnel(double gapVolts, double w)
        {
            var v = new Dual(gapVolts, 1);
            double lambda = _image / w;
            var outer = _inner + w * (1 - 9.2 * lambda / (3 * _p.BarrierElectronVolts + 4 * lambda - 2 * v));
            var width = outer - _inner;
            var ratio = outer * (w - _inner) / (_inner * (w - outer));
            var barrier = _p.BarrierElectronVolts - v * (_inner + outer) / (2 * w) - 1.15 * lambda * w * Dual.Log(ratio) / width;
            var b = _decay * width;
            return _current / (width * width)
                * (barrier * Dual.Exp(-(b * Dual.Sqrt(barrier))) - (barrier + v) * Dual.Exp(-(b * Dual.Sqrt(barrier + v))));
        }
    }
}
