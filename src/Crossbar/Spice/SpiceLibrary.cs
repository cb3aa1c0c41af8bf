using Crossbar.Circuits;
using Hopfield.Files;

namespace Crossbar.Spice;

/// <summary>The subcircuits of <c>circuits/</c> that the deck writer uses and the reader knows by name; their text is embedded in this
/// assembly.</summary>
internal static class SpiceLibrary
{
    private const string TanhFile = "circuits/periphery/tanh_amplifier.lib";
    private const string LimitedFile = "circuits/periphery/tanh_amplifier_limited.lib";
    private const string PairFile = "circuits/cells/differential_pair.lib";

    /// <summary>Instantaneous amplifier: in gain out inv, supply.</summary>
    public const string Amplifier = "tanh_amplifier";

    /// <summary>Amplifier with a first-order lag: in gain out inv, supply, lag.</summary>
    public const string LaggedAmplifier = "tanh_amplifier_lag";

    /// <summary>Amplifier with a lag and a bounded slew rate: in gain out inv, supply, lag, slew.</summary>
    public const string LimitedAmplifier = "tanh_amplifier_limited";

    /// <summary>Two resistors that make one signed weight: plus minus sense, plusohms, minusohms.</summary>
    public const string DifferentialPair = "differential_pair";

    private static readonly Dictionary<string, string> s_files = new()
    {
        [Amplifier] = TanhFile,
        [LaggedAmplifier] = LimitedFile,
        [LimitedAmplifier] = LimitedFile,
        [DifferentialPair] = PairFile,
    };

    public static IReadOnlyCollection<string> Names => s_files.Keys;

    /// <summary>The subcircuit that models an amplifier.</summary>
    public static string NameFor(TanhAmplifier amplifier) =>
        amplifier.LagSeconds == 0 ? Amplifier : double.IsInfinity(amplifier.SlewVoltsPerSecond) ? LaggedAmplifier : LimitedAmplifier;

    /// <summary>Path in the repository of the library file that defines a subcircuit.</summary>
    public static string FileOf(string subcircuit) => s_files[subcircuit];

    /// <summary>The lines of the library file that defines a subcircuit.</summary>
    /// <exception cref="FileNotFoundException">The assembly was built without the circuits folder.</exception>
    public static string[] LinesOf(string subcircuit) => EmbeddedFile.Lines(typeof(SpiceLibrary).Assembly, FileOf(subcircuit));

    /// <summary>The definition of a subcircuit alone, from .subckt to .ends, without comments and with single spaces: equal texts mean
    /// equal circuits.</summary>
    public static string[] DefinitionOf(string subcircuit)
    {
        string[] lines = LinesOf(subcircuit);
        int start = Array.FindIndex(lines, line => line.StartsWith($".subckt {subcircuit} ", StringComparison.Ordinal));
        int end = Array.FindIndex(lines, start, line => line.StartsWith(".ends", StringComparison.Ordinal));
        return [.. lines[start..(end + 1)].Select(Normalize).Where(line => line.Length > 0 && line[0] != '*')];
    }

    /// <summary>Lower case, single spaces.</summary>
    internal static string Normalize(string line) =>
        string.Join(' ', line.ToLowerInvariant().Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
