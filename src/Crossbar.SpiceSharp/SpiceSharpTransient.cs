using Crossbar.Circuits;
using Crossbar.Spice;
using SpiceSharp.Simulations;
using SpiceSharp.Simulations.IntegrationMethods;

namespace Crossbar.SpiceSharp;

/// <summary>A SpiceSharp transient with a request's settings.</summary>
internal static class SpiceSharpTransient
{
    private const int MostIterations = 100;

    /// <summary>Trapezoidal rule at the given tolerances. Never UseIc: it skips the operating point and with it the pre-ordering of the
    /// matrix, which makes the whole run tens of times slower; start voltages are forced in the operating point instead. Validation is off:
    /// <see cref="NetlistCheck"/> has done it.</summary>
    public static Transient Create(TransientRequest request, SpiceTolerances tolerances)
    {
        double largest = SpiceDeckWriter.LargestStepSeconds(request);
        var transient = new Transient("transient", new Trapezoidal
        {
            InitialStep = Math.Min(largest, request.StopSeconds / 1000),
            StopTime = request.StopSeconds,
            MaxStep = largest,
            RelativeTolerance = tolerances.Reltol,
            AbsoluteTolerance = tolerances.Abstol,
            ChargeTolerance = tolerances.Chgtol,
            TrTol = tolerances.Trtol,
            Validate = false,
        });
        transient.BiasingParameters.RelativeTolerance = tolerances.Reltol;
        transient.BiasingParameters.VoltageTolerance = tolerances.Vntol;
        transient.BiasingParameters.AbsoluteTolerance = tolerances.Abstol;
        transient.BiasingParameters.Validate = false;
        transient.TimeParameters.TransientMaxIterations = MostIterations;
        return transient;
    }
}
