using Crossbar.Machines.Clocked.Profiles;
using Hopfield.Numerics;

namespace Crossbar.Machines.Clocked;

/// <summary>A quantity that goes from <paramref name="Start"/> to <paramref name="End"/> while the machine anneals.</summary>
/// <param name="Start">Value in the first cycle.</param>
/// <param name="End">Value that the profile ends at.</param>
public sealed record Ramp(double Start, double End)
{
    private static readonly IReadOnlyList<IAnnealingProfile> s_profiles = Catalog.Of<IAnnealingProfile>();

    private readonly double _start = Check.Finite(Start, nameof(Start)), _end = Check.Finite(End, nameof(End));
    private readonly IAnnealingProfile _profile = s_profiles.Single(profile => profile.Name == "linear");

    /// <summary>A quantity that does not change.</summary>
    public static Ramp Constant(double value) => new(value, value);

    /// <summary>Value in the first cycle. Range: finite.</summary>
    public double Start { get => _start; init => _start = Check.Finite(value, nameof(Start)); }

    /// <summary>Value that the profile ends at. Range: finite.</summary>
    public double End { get => _end; init => _end = Check.Finite(value, nameof(End)); }

    /// <summary>Name of the shape of the way between them. Default linear (our choice).</summary>
    public string Profile
    {
        get => _profile.Name;
        init => _profile = s_profiles.FirstOrDefault(profile => profile.Name == value) ?? throw new ArgumentException(
            $"Profile '{value}' is not known; expected one of {string.Join(", ", s_profiles.Select(profile => profile.Name))}.",
                nameof(Profile));
    }

    /// <summary>The value after a fraction of the annealing time, 0 … 1.</summary>
    public double At(double progress) => _end + (_start - _end) * _profile.Left(progress);

    /// <summary>The smallest of the two ends; every profile stays between them.</summary>
    public double Least => Math.Min(_start, _end);
}
