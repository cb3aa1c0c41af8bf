using Crossbar.Circuits;
using Crossbar.Engines;
using Crossbar.Noise;
using Crossbar.Spice;

namespace Studies.Simulation;

/// <summary>A deck with noise put into it: read, given the samples, and run by any engine.</summary>
/// <param name="Netlist">The circuit of the deck.</param>
/// <param name="Request">Its transient, with the noise.</param>
internal sealed record NoisyDeck(Netlist Netlist, TransientRequest Request)
{
    private const int MostPoints = 2000;

    /// <summary>Reads a deck; ngspice too gets a circuit that was read, since its samples must go into it.</summary>
    /// <param name="path">The deck.</param>
    /// <param name="noise">The noise, with the key of the run.</param>
    /// <param name="compares">True where several engines are compared: samples are then joined by straight lines in all, and shown at the
    /// samples.</param>
    /// <exception cref="InvalidDataException">The deck is more than this program reads.</exception>
    internal static NoisyDeck Read(string path, NoiseSettings noise, bool compares)
    {
        var deck = SpiceDeckReader.Read(path);
        double step = NoiseNetlist.StepSeconds(deck.Netlist, noise), stop = deck.Request.StopSeconds;
        var form = compares ? NoiseForm.StraightLines : noise.Form;
        var request = deck.Request with { Noise = noise with { StepSeconds = step, Form = form } };
        if (!compares) return new(deck.Netlist, request);
        long steps = (long)Math.Floor(stop / step * (1 + 1e-12));
        if (steps < 1) throw new ArgumentException(
            $"the deck ends at {stop} s, before the first step of the noise ({step:g3} s); expected a smaller step");
        long every = Math.Max(1, steps / MostPoints);
        return new(deck.Netlist, request with
        {
            OutputSeconds = [.. Enumerable.Range(1, (int)(steps / every)).Select(k => k * every * step)],
            RelativeTolerance = 1e-6,
            AbsoluteVolts = 1e-9,
        });
    }

    /// <summary>Runs it.</summary>
    internal CircuitSolution On(ICircuitEngine engine, CancellationToken cancellation) =>
        engine.Load(Netlist, cancellation).Transient(Request, cancellation);
}
