using System.CommandLine;
using Hopfield.Dynamics;
using Studies.Recalling;

namespace Cli.Options;

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

    /// <summary>False where recalls know one order only, so that --order is none of the verb's options.</summary>
    internal bool HasOrder { get; init; } = true;

    internal DynamicsOptions()
    {
        _order.AcceptOnlyFromAmong([.. s_orders.Select(order => order.Name)]);
        _ties.AcceptOnlyFromAmong("keep", "up", "down");
    }

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[.. HasOrder ? (Option[])[_order] : [], _ties, _diagonal]) command.Options.Add(option);
    }

    /// <summary>The conventions asked for.</summary>
    internal DigitalConventions Read(ParseResult parsed) => new()
    {
        Order = HasOrder ? s_orders.Single(order => order.Name == parsed.GetValue(_order)).Order : UpdateOrder.RandomPerSweep,
        Ties = parsed.GetValue(_ties) switch
        {
            "up" => TieRule.Up,
            "down" => TieRule.Down,
            _ => TieRule.Keep,
        },
        KeepDiagonal = parsed.GetValue(_diagonal),
    };
}
