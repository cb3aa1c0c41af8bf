using Hopfield.Numerics;

namespace Hopfield.Modern;

/// <summary>Turns scores of stored patterns into weights that sum to 1: the map argmax_p ⟨p, z⟩ − Ω(p) of a negentropy Ω. With it come the
/// energy of the network and the sparseness of its retrievals. Source: Santos, Niculae, McNamee and Martins 2024, "Hopfield–Fenchel–Young
/// networks", arXiv 2411.08590.</summary>
public interface ISeparation : ICatalogued
{
    /// <summary>Replaces the scores (already times β) by the weights.</summary>
    /// <param name="scores">At least one finite number; receives weights ≥ 0 that sum to 1.</param>
    void Weigh(Span<double> scores);

    /// <summary>Ω of weights, 0 for a single one.</summary>
    double Negentropy(ReadOnlySpan<double> weights);
}
