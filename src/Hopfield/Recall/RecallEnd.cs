namespace Hopfield.Recall;

/// <summary>Where one recall ended.</summary>
/// <param name="Spins">The final state, N values ±1.</param>
/// <param name="Sweeps">Sweeps (asynchronous) or steps (synchronous) taken, the last without a flip where it settled.</param>
/// <param name="Flips">Spins that changed, counted each time.</param>
/// <param name="Settled">True for a fixed point; false for a 2-cycle or when the sweeps ran out.</param>
public sealed record RecallEnd(sbyte[] Spins, int Sweeps, long Flips, bool Settled);
