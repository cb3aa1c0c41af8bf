namespace Solvers.Problems.Tsp;

/// <summary>TSPLIB's rules for the distance of two cities. Source: G. Reinelt, TSPLIB 95, section 2.</summary>
public enum TspMetric
{
    /// <summary>EUC_2D: Euclidean, rounded to the nearest whole number.</summary>
    Euclidean,

    /// <summary>CEIL_2D: Euclidean, rounded up.</summary>
    EuclideanCeiling,

    /// <summary>GEO: kilometres on an idealised earth from degrees and minutes written as DDD.MM, cut to whole numbers.</summary>
    Geographic,

    /// <summary>ATT: pseudo-Euclidean, √((Δx² + Δy²)/10) rounded up to a whole number.</summary>
    PseudoEuclidean,

    /// <summary>EXPLICIT: the distances stand in the file.</summary>
    Explicit,
}
