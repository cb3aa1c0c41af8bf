using Crossbar.Circuits;
using Crossbar.SpiceSharp;
using Hopfield.Numerics;

namespace Crossbar.Tests.Engines;

/// <summary>Every circuit engine there is, found in one place; a test on an engine that cannot run here skips, with the reason.</summary>
internal static class EngineList
{
    private static readonly Dictionary<string, ICircuitEngine?> s_engines = Find();

    /// <summary>Names for theories.</summary>
    public static TheoryData<string> Names => [.. s_engines.Keys];

    /// <summary>The engine, or a visible skip.</summary>
    public static ICircuitEngine Get(string name)
    {
        var engine = s_engines[name];
        Assert.SkipUnless(engine is not null, SpiceSharpSupport.MissingReason ?? "");
        Assert.SkipUnless(engine!.Availability.Present, $"{name}: {engine.Availability.HowToGet}");
        return engine;
    }

    private static Dictionary<string, ICircuitEngine?> Find()
    {
        var engines = Catalog.Of<ICircuitEngine>(typeof(ICircuitEngine).Assembly)
            .ToDictionary(engine => engine.Name, engine => (ICircuitEngine?)engine);
        engines["spicesharp"] = SpiceSharpSupport.TryCreate();
        return engines;
    }
}
