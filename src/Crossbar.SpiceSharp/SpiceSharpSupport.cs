using Crossbar.Circuits;

namespace Crossbar.SpiceSharp;

/// <summary>Always compiled; says whether the SpiceSharp engine was, and hands it out.</summary>
public static class SpiceSharpSupport
{
#if SPICESHARP
    /// <summary>Null when the engine is here, else the reason.</summary>
    public static string? MissingReason => null;

    /// <summary>The engine, or null where it was not compiled in.</summary>
    /// <param name="reduceAboveWireNodes">Arrays with more wire nodes than this are reduced exactly to one part. Default 2000: about 3 s of
    /// solver time (our choice).</param>
    public static ICircuitEngine? TryCreate(int reduceAboveWireNodes = 2000) =>
        new SpiceSharpEngine { ReduceAboveWireNodes = reduceAboveWireNodes };
#else
    /// <summary>Null when the engine is here, else the reason.</summary>
    public static string? MissingReason => "built without SpiceSharp: the package could not be restored on this machine";

    /// <summary>The engine, or null where it was not compiled in.</summary>
    /// <param name="reduceAboveWireNodes">Arrays with more wire nodes than this are reduced exactly to one part. Default 2000: about 3 s of
    /// solver time (our choice).</param>
    public static ICircuitEngine? TryCreate(int reduceAboveWireNodes = 2000) => null;
#endif
}
