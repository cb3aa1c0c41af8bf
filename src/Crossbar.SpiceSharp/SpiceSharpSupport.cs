using Crossbar.Engines;

namespace Crossbar.Managed;

/// <summary>Always compiled; says whether the SpiceSharp engine was.</summary>
public static class SpiceSharpSupport
{
#if SPICESHARP
    /// <summary>Null when the engine is here, else the reason.</summary>
    public static string? MissingReason => null;

    /// <summary>The engine, or null where it was not compiled in.</summary>
    public static ICircuitEngine? TryCreate() => new SpiceSharpEngine();
#else
    /// <summary>Null when the engine is here, else the reason.</summary>
    public static string? MissingReason => "built without SpiceSharp: the package could not be restored on this machine";

    /// <summary>The engine, or null where it was not compiled in.</summary>
    public static ICircuitEngine? TryCreate() => null;
#endif
}
