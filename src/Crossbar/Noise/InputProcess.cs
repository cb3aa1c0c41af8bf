namespace Crossbar.Noise;

/// <summary>White voltage noise through the one pole of an amplifier: an Ornstein–Uhlenbeck process, exact at any step.</summary>
internal sealed class InputProcess : INoiseProcess
{
    private readonly double _keep, _drive;
    private readonly double[] _state, _numbers;
    private readonly SiteGaussians _gaussians;

    /// <summary>Starts the process of every input.</summary>
    /// <param name="sites">The inputs.</param>
    /// <param name="purpose">Name of the model.</param>
    /// <param name="sigmaVolts">Standard deviation, V.</param>
    /// <param name="tau">Time constant of the pole, s.</param>
    public InputProcess(NoiseSites sites, string purpose, double sigmaVolts, double tau)
    {
        double lost = Lorentzian.Lost(sites.StepSeconds / tau);
        (_keep, _drive) = (1 - lost, sigmaVolts * Math.Sqrt(lost * (2 - lost)));
        (_state, _numbers) = (new double[sites.Count], new double[sites.Count]);
        new SiteGaussians(sites, purpose + " start").Next(_state);
        for (int i = 0; i < _state.Length; i++) _state[i] *= sigmaVolts;
        _gaussians = new(sites, purpose);
    }

    public void AddNext(Span<double> samples)
    {
        _gaussians.Next(_numbers);
        for (int i = 0; i < _state.Length; i++)
        {
            _state[i] = _keep * _state[i] + _drive * _numbers[i];
            samples[i] += _state[i];
        }
    }
}
