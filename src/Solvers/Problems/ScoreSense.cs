namespace Solvers.Problems;

/// <summary>Which scores are better.</summary>
public enum ScoreSense
{
    /// <summary>Smaller scores are better.</summary>
    Minimise,

    /// <summary>Larger scores are better.</summary>
    Maximise,
}

/// <summary>Comparison of scores under a sense.</summary>
public static class ScoreSenses
{
    /// <summary>True when <paramref name="score"/> is strictly better than <paramref name="other"/>.</summary>
    public static bool IsBetter(this ScoreSense sense, double score, double other) =>
        sense == ScoreSense.Maximise ? score > other : score < other;
}
