using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>Walks a circuit through time with step control, never across a corner of a source waveform. Linear cells: explicit while that
/// pays, implicit once the detector has seen stiffness fifteen times. Memristors: linearly implicit from the start.</summary>
internal sealed class TransientIntegrator
{
    private readonly ITransientDynamics _dynamics;
    private readonly Func<IStepper>? _whenStiff;
    private readonly TransientRequest _request;
    private readonly double[] _corners;
    private readonly double[] _yEnd, _fEnd;
    // Of the shortest time constant, the first corner or the whole run. Our choice.
    private const double FirstFraction = 0.01;
    private IStepper _stepper;
    private IStepper? _pending;
    private int _stiffSteps, _calmSteps, _corner;
    private double _h, _lastError = 1e-4;

    /// <summary>A circuit of linear cells.</summary>
    public TransientIntegrator(ReducedDynamics dynamics, TransientRequest request, double[] corners, double shortestTimeConstant)
        : this(dynamics, request, corners, new DormandPrince(dynamics), () => new SinglyDiagonallyImplicit(dynamics),
            Math.Min(FirstFraction * shortestTimeConstant, request.StopSeconds))
    {
    }

    /// <summary>A circuit with memristors.</summary>
    public TransientIntegrator(CellDynamics dynamics, TransientRequest request, double[] corners, double shortestTimeConstant)
        : this(dynamics, request, corners, new LinearlyImplicit(dynamics, t => corners.Length > 0 && t < corners[^1]), null,
            FirstFraction * Math.Min(shortestTimeConstant, corners.Length > 0 ? corners[0] : request.StopSeconds))
    {
    }

    private TransientIntegrator(
        ITransientDynamics dynamics, TransientRequest request, double[] corners, IStepper stepper, Func<IStepper>? whenStiff,
            double firstStep)
    {
        (_dynamics, _request, _corners, _stepper, _whenStiff, _h) = (dynamics, request, corners, stepper, whenStiff, firstStep);
        State = new double[dynamics.Order];
        Rate = new double[dynamics.Order];
        (_yEnd, _fEnd) = (new double[dynamics.Order], new double[dynamics.Order]);
    }

    /// <summary>Present time, s.</summary>
    public double Time { get; private set; }

    /// <summary>Start of the latest step, s.</summary>
    public double StepStart { get; private set; }

    /// <summary>State at <see cref="Time"/>.</summary>
    public double[] State { get; }

    /// <summary>dy/dt at <see cref="Time"/>.</summary>
    public double[] Rate { get; }

    /// <summary>Steps accepted so far.</summary>
    public int Accepted { get; private set; }

    /// <summary>Steps tried and shortened so far.</summary>
    public int Rejected { get; private set; }

    /// <summary>True once the implicit method for linear cells has taken over.</summary>
    public bool IsImplicit => _stepper is SinglyDiagonallyImplicit;

    /// <summary>True when no source changes any more.</summary>
    public bool IsPastLastCorner => _corner >= _corners.Length;

    /// <summary>Takes the rate at the start state; call once after filling <see cref="State"/>.</summary>
    public void Start() => _dynamics.Rate(double.Epsilon, State, Rate);

    /// <summary>State inside the latest step.</summary>
    public void Interpolate(double time, Span<double> y) => _stepper.Interpolate((time - StepStart) / (Time - StepStart), y);

    /// <summary>Takes one step.</summary>
    /// <returns>False when no step, however short, meets the tolerance.</returns>
    public bool Advance()
    {
        while (true)
        {
            double limit = _corner < _corners.Length ? Math.Min(_corners[_corner], _request.StopSeconds) : _request.StopSeconds;
            double h = Math.Min(_h, _request.LargestStepSeconds ?? double.PositiveInfinity);
            bool reaches = Time + 1.01 * h >= limit;
            if (reaches) h = limit - Time;
            double error = _stepper.Try(Time, h, State, Rate, _yEnd, _fEnd, _request.RelativeTolerance, _request.AbsoluteVolts);
            if (error <= 1)
            {
                Accept(h, reaches, limit, error);
                return true;
            }
            Rejected++;
            double factor = double.IsFinite(error) ? Math.Max(0.2, 0.9 * Math.Pow(error, -1.0 / _stepper.ControlOrder)) : 0.25;
            _h = h * factor;
            if (_h < 1e-14 * Math.Max(Time, _request.StopSeconds * 1e-6)) return false;
        }
    }

    private void Accept(double h, bool reaches, double limit, double error)
    {
        StepStart = Time;
        Time = reaches ? limit : Time + h;
        _yEnd.CopyTo(State, 0);
        _fEnd.CopyTo(Rate, 0);
        Accepted++;
        if (reaches && _corner < _corners.Length && limit == _corners[_corner])
        {
            _corner++;
            _dynamics.Rate(Math.BitIncrement(Time), State, Rate); // the waveform's slope changes here
        }
        // Proportional–integral control (Gustafsson 1991): smoother than the error alone.
        double order = _stepper.ControlOrder, safe = Math.Max(error, 1e-10);
        double factor = 0.9 * Math.Pow(safe, -0.7 / order) * Math.Pow(_lastError, 0.4 / order);
        _h = h * Math.Clamp(factor, 0.2, 5);
        _lastError = Math.Max(safe, 1e-4);
        WatchStiffness();
    }

    private void WatchStiffness()
    {
        if (_stepper.SuspectsStiffness)
        {
            _calmSteps = 0;
            if (++_stiffSteps < 15 || _whenStiff is null || !ImplicitPays()) return;
            _pending = _whenStiff();
        }
        else if (++_calmSteps == 6) _stiffSteps = 0;
    }

    /// <summary>Near rest every explicit step is bound by stability and the detector speaks up, but few steps are left. An implicit step
    /// costs about as much as order/10 explicit ones and some tens of them finish the run, so the change must save a multiple of the
    /// order.</summary>
    private bool ImplicitPays() => (_request.StopSeconds - Time) / _h > 500 + 20.0 * _dynamics.Order;

    /// <summary>Changes over to the implicit method when that was decided; called after the latest step has been read out.</summary>
    public void SwitchIfStiff()
    {
        if (_pending is null) return;
        _stepper = _pending;
        _pending = null;
    }
}
