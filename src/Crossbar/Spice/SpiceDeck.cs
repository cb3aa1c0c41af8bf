using Crossbar.Circuits;

namespace Crossbar.Spice;

/// <summary>What a deck says: a circuit and the transient wanted of it.</summary>
/// <param name="Netlist">The circuit.</param>
/// <param name="Request">The transient.</param>
public sealed record SpiceDeck(Netlist Netlist, TransientRequest Request);
