namespace Studies.Energy;

/// <summary>Which state of a run counts as its answer.</summary>
public enum SuccessState
{
    /// <summary>The last one.</summary>
    Final,

    /// <summary>The one of lowest energy that the run held; the controller must then watch the energy, which no row pays for.</summary>
    BestSeen,
}
