using System.CommandLine;
using Hopfield.Modern;
using Hopfield.Numerics;
using Studies.Recalling;

namespace Cli.Options;

/// <summary>The memories that keep their patterns as they are: modern Hopfield networks and dense associative memories.</summary>
internal sealed class LookupOptions
{
    private const string Modern = "modern", Dense = "dense";

    private readonly Option<double> _beta = new("--beta")
    {
        Description = "Inverse temperature of --rule modern per unit of inner product; 1/√N is soft for N pixels, 10/√N is sharp.",
        HelpName = "B",
        DefaultValueFactory = _ => new ModernHopfield([1], 1).Beta,
    };

    private readonly Option<string> _separation = new("--separation")
    {
        Description = "How --rule modern weighs the stored patterns.",
        HelpName = "softmax|sparsemax|entmax",
        DefaultValueFactory = _ => "softmax",
    };

    private readonly Option<int> _steps = new("--steps")
    {
        Description = "Steps of --rule modern; 0 iterates until nothing moves.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _degree = new("--degree")
    {
        Description = "Degree n of F(x) = xⁿ (rectified) of --rule dense; 0 takes the exponential.",
        HelpName = "N",
        DefaultValueFactory = _ => 3,
    };

    internal LookupOptions() =>
        _separation.AcceptOnlyFromAmong([.. Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Select(item => item.Name)]);

    /// <summary>Names that --rule takes for these.</summary>
    internal static IReadOnlyList<string> Names { get; } = [Modern, Dense];

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_beta, _separation, _steps, _degree]) command.Options.Add(option);
    }

    /// <summary>The memory of that name.</summary>
    internal LookupMemory Read(ParseResult parsed, string name) => new()
    {
        IsDense = name == Dense,
        Beta = parsed.GetValue(_beta),
        Separation = Catalog.Of<ISeparation>().Single(item => item.Name == parsed.GetValue(_separation)),
        Steps = parsed.GetValue(_steps),
        Degree = parsed.GetValue(_degree),
    };
}
