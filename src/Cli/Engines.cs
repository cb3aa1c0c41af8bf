using Crossbar.Circuits;
using Crossbar.SpiceSharp;
using Hopfield.Numerics;

namespace Cli;

/// <summary>The circuit engines that were built in, present or not.</summary>
internal static class Engines
{
    /// <summary>All engines by name, with whether each can run here.</summary>
    internal static IReadOnlyList<(ICircuitEngine Engine, EngineAvailability Availability)> All { get; } =
        [.. Catalog.Of<ICircuitEngine>(typeof(ICircuitEngine).Assembly, typeof(SpiceSharpSupport).Assembly)
            .Select(engine => (engine, engine.Availability))];

    /// <summary>The engine of that name; 'auto' takes Reduced, which is always here.</summary>
    /// <exception cref="ArgumentException">There is no engine of that name, or it cannot run here.</exception>
    internal static ICircuitEngine Find(string name)
    {
        string wanted = name == "auto" ? "reduced" : name;
        var (engine, availability) = All.FirstOrDefault(item => item.Engine.Name == wanted);
        if (engine is null && wanted == "spicesharp" && SpiceSharpSupport.MissingReason is { } reason)
            throw new ArgumentException($"--engine spicesharp: {reason}; expected one of {Present()}");
        if (engine is null) throw new ArgumentException($"--engine {name}: there is no such engine; expected one of auto, {Present()}");
        return availability.Present ? engine
            : throw new ArgumentException($"--engine {name}: it cannot run here: {availability.HowToGet}; expected one of auto, {Present()}");
    }

    private static string Present() => string.Join(", ", All.Where(item => item.Availability.Present).Select(item => item.Engine.Name));
}
