using Crossbar.Circuits;
using Hopfield.Numerics;

namespace Crossbar.Engines;

/// <summary>The circuit engines of this program, wherever they were added.</summary>
public static class CircuitEngines
{
    private static readonly Lazy<IReadOnlyList<(ICircuitEngine Engine, EngineAvailability Availability)>> s_all =
        new(() => [.. Catalog.Of<ICircuitEngine>().Select(engine => (engine, engine.Availability))]);

    /// <summary>All engines by name, with whether each can run here. Looked up once.</summary>
    public static IReadOnlyList<(ICircuitEngine Engine, EngineAvailability Availability)> All => s_all.Value;

    /// <summary>Those that can run here.</summary>
    public static IReadOnlyList<ICircuitEngine> Present => [.. All.Where(item => item.Availability.Present).Select(item => item.Engine)];

    /// <summary>The engine of that name; "auto" takes the reduced one, which is always here.</summary>
    /// <exception cref="ArgumentException">There is no engine of that name, or it cannot run here.</exception>
    public static ICircuitEngine Find(string name)
    {
        string wanted = name == "auto" ? "reduced" : name;
        var (engine, availability) = All.FirstOrDefault(item => item.Engine.Name == wanted);
        if (engine is null) throw new ArgumentException($"Engine {name}: there is no such engine; expected one of auto, {Names()}");
        return availability.Present ? engine
            : throw new ArgumentException($"Engine {name}: it cannot run here: {availability.HowToGet}; expected one of auto, {Names()}");
    }

    private static string Names() => string.Join(", ", Present.Select(engine => engine.Name));
}
