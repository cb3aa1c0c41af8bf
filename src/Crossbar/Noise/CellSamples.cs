namespace Crossbar.Noise;

/// <summary>Samples y(t) of the noise of an array's cells, without the voltage in them: one number per cell for each
/// <see cref="IVoltageResponse"/>, the sum over the noises that share it. Thermal noise is left out: that of a whole network enters
/// exactly.</summary>
internal sealed class CellSamples
{
    private readonly (INoiseProcess Process, int Group)[] _processes;

    /// <summary>Starts the processes of an array.</summary>
    /// <param name="models">Any noises; those that are not of cells are left out.</param>
    /// <param name="sites">The cells.</param>
    public CellSamples(IReadOnlyList<INoiseModel> models, NoiseSites sites)
    {
        var cells = Of(models);
        Responses = [.. cells.Select(model => model.Response(sites.Kelvin)).Distinct()];
        var groups = Responses.ToList();
        _processes = [.. cells.Select(model => (model.Begin(sites), groups.IndexOf(model.Response(sites.Kelvin))))];
    }

    /// <summary>How each group of samples becomes currents.</summary>
    public IReadOnlyList<IVoltageResponse> Responses { get; }

    /// <summary>The noises of cells that need samples of their own.</summary>
    public static IReadOnlyList<INoiseModel> Of(IReadOnlyList<INoiseModel> models) =>
        [.. models.Where(model => model.Place == NoisePlace.Cell && !model.IsOfNetwork)];

    /// <summary>The next step's samples. Shape: responses × cells.</summary>
    public void Next(double[][] samples)
    {
        foreach (double[] group in samples) Array.Clear(group);
        foreach (var (process, group) in _processes) process.AddNext(samples[group]);
    }
}
