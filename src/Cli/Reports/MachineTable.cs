using Cli.Output;
using Crossbar.Machines;

namespace Cli.Reports;

/// <summary>The circuit in numbers, with units.</summary>
internal static class MachineTable
{
    /// <summary>One row per parameter.</summary>
    internal static ResultTable Of(CompiledHopfield compiled)
    {
        var p = compiled.Parameters;
        var weights = compiled.Weights;
        double tau = compiled.TimeConstantSeconds;
        double startGain = compiled.Netlist.Elements.OfType<Crossbar.Circuits.TanhAmplifier>().First().GainPerVolt.At(0);
        var table = new ResultTable("parameter", "value", "meaning")
            .Add("neurons", $"{weights.SpinCount}", "one per spin")
            .Add("array", $"{weights.Cells.Rows} × {weights.Cells.Columns}",
                "word lines × bit lines; a pair of word lines per neuron and per bias line")
            .Add("conductances", $"{Quantity.Text(weights.Cells.Siemens.Min(), "S")} … {Quantity.Text(weights.Cells.Siemens.Max(), "S")}",
                "smallest and largest cell")
            .Add("unit of weight γ", Quantity.Text(weights.UnitSiemens, "S"), "conductance difference of one unit of weight")
            .Add("wire segment", p.Wires.IsIdeal ? "0 Ω"
                : $"{Quantity.Text(p.Wires.WordSegmentOhms, "Ω")} / {Quantity.Text(p.Wires.BitSegmentOhms, "Ω")}",
                "word line / bit line, between neighbouring cells")
            .Add("node capacitance C", Quantity.Text(p.NodeFarads, "F"), "of each neuron")
            .Add("leak R", Quantity.Text(p.LeakOhms, "Ω"), "of each neuron")
            .Add("time constant τ", Quantity.Text(tau, "s"), "C over the mean conductance that a node sees")
            .Add("supply", Quantity.Text(p.SupplyVolts, "V"), "the amplifiers saturate at plus and minus this")
            .Add("start voltages", Quantity.Text(p.StartVolts, "V"), "times the start activation of each neuron")
            .Add("loop gain", p.AnnealTimeConstants > 0 && p.GainPerVolt is null ? $"{p.StartLoopGain:g4} → {p.LoopGain:g4}"
                : $"{p.LoopGain:g4}",
                "argument of tanh at a field of typical size")
            .Add("amplifier gain", p.AnnealTimeConstants > 0 ? $"{startGain:g4} → {compiled.GainPerVolt:g4} per V"
                : $"{compiled.GainPerVolt:g4} per V",
                "slope at zero, over the supply")
            .Add("gain ramp", Quantity.Text(p.AnnealTimeConstants * tau, "s"), $"{p.AnnealTimeConstants:g4} τ")
            .Add("longest run", Quantity.Text(p.StopTimeConstants * tau, "s"),
                $"{p.StopTimeConstants:g4} τ; a run ends earlier when all nodes are at rest");
        if (p.TileLines > 0)
            table.Add("tiles", $"{compiled.Netlist.Elements.OfType<Crossbar.Circuits.CrossbarArray>().Count()} of up to {p.TileLines} × {p.TileLines}",
                "each with drivers and wires of its own; their currents add at the neuron's node");
        if (p.AmplifierLagSeconds > 0) table.Add("amplifier lag", Quantity.Text(p.AmplifierLagSeconds, "s"), "first order");
        return table;
    }
}
