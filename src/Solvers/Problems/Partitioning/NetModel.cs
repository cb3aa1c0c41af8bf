namespace Solvers.Problems.Partitioning;

/// <summary>How a net of four pins or more enters an energy of pairs; nets of two and three pins are exact in all of them.</summary>
public enum NetModel
{
    /// <summary>Every pair of pins with weight/(pins − 1). A cut net then costs from its weight to weight · p²/(4(p − 1)), split evenly:
    /// the energy is an upper bound of the cut. No spins are added. Source: Alpert and Kahng 1995, Integration 19:1.</summary>
    Clique,

    /// <summary>One more spin per net, joined to every pin with the net's weight. A cut net costs its weight times the pins on its smaller
    /// side: again an upper bound, with p instead of p²/2 couplings.</summary>
    Star,

    /// <summary>Two more spins per net, a ≥ any pin and b ≤ every pin as bits: weight · (a − b) with their penalties is exactly the cut,
    /// whatever the pins. The construction is ours, from OR(x) = min_a a + Σ x(1 − a) and AND(x) = max_b b − Σ b(1 − x).</summary>
    Exact,
}
