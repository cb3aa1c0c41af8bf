using System.CommandLine;
using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;

namespace Cli.Recalling;

/// <summary>The conventions of the digital dynamics that published recalls differ in.</summary>
internal sealed class DynamicsOptions
{
    private static readonly (string Name, UpdateOrder Order)[] s_orders =
    [
        ("random-sweep", UpdateOrder.RandomPerSweep),
        ("sequential", UpdateOrder.Sequential),
        ("random", UpdateOrder.RandomChoice),
        ("largest-field", UpdateOrder.LargestField),
    ];

    private readonly Option<string> _order = new("--order")
    {
        Description = "Order of the asynchronous updates of the digital engine.",
        HelpName = string.Join('|', s_orders.Select(order => order.Name)),
        DefaultValueFactory = _ => "random-sweep",
    };

    private readonly Option<string> _ties = new("--ties")
    {
        Description = "What a pixel with field zero does on the digital engine: keep its value, or become +1 or -1.",
        HelpName = "keep|up|down",
        DefaultValueFactory = _ => "keep",
    };

    private readonly Option<bool> _diagonal = new("--keep-diagonal")
    {
        Description = "Keep the rule's diagonal W_ii on the digital engine, as much published code does.",
    };

    internal DynamicsOptions()
    {
        _order.AcceptOnlyFromAmong([.. s_orders.Select(order => order.Name)]);
        _ties.AcceptOnlyFromAmong("keep", "up", "down");
    }

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_order, _ties, _diagonal]) command.Options.Add(option);
    }

    /// <summary>The tie rule asked for.</summary>
    internal TieRule Ties(ParseResult parsed) => parsed.GetValue(_ties) switch
    {
        "up" => TieRule.Up,
        "down" => TieRule.Down,
        _ =>
        TieRule.Keep
    };

    /// <summary>Whether the diagonal is kept.</summary>
    internal bool KeepsDiagonal(ParseResult parsed) => parsed.GetValue(_diagonal);

    /// <summary>The digital machine of that name with these conventions; null for machines that they say nothing about.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="weights">Whose diagonal is kept.</param>
    internal Func<string, IMachine?> Machines(ParseResult parsed, LearnedWeights weights)
    {
        var ties = Ties(parsed);
        double[] own = KeepsDiagonal(parsed) ? weights.Diagonal : [];
        var order = s_orders.Single(order => order.Name == parsed.GetValue(_order)).Order;
        return name => name switch
        {
            "digital" or "asynchronous" => new AsynchronousDynamics { Order = order, Ties = ties, SelfCouplings = own },
            "synchronous" => new SynchronousDynamics { Ties = ties, SelfCouplings = own },
            _ => null,
        };
    }
}
