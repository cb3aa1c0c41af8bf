using System.Collections.Concurrent;
using System.Reflection;

namespace Hopfield.Numerics;

/// <summary>An item that a <see cref="Catalog"/> can find: a name that users type and one sentence that says what it is.</summary>
public interface ICatalogued
{
    /// <summary>Short lower-case name, stable across versions.</summary>
    string Name { get; }

    /// <summary>One sentence for listings.</summary>
    string Summary { get; }
}

/// <summary>Finds every concrete implementation of a seam that has a parameterless constructor, so that adding a device, rule, machine or
/// problem is adding one file: no list to edit. Of a public seam all public implementations count, of an internal one all.</summary>
public static class Catalog
{
    private static readonly ConcurrentDictionary<Type, (int Loaded, object Items)> s_known = [];

    /// <summary>All implementations of <typeparamref name="T"/> in the program: in every assembly that it holds or refers to and that
    /// refers to this one, a user's own included.</summary>
    /// <exception cref="InvalidOperationException">Two items carry the same name.</exception>
    public static IReadOnlyList<T> Of<T>() where T : ICatalogued
    {
        // Decks, options and records ask again and again; items do not change, and only another assembly brings more of them.
        int loaded = AppDomain.CurrentDomain.GetAssemblies().Length;
        if (s_known.TryGetValue(typeof(T), out var known) && known.Loaded == loaded) return (IReadOnlyList<T>)known.Items;
        // Before those are loaded that the search itself loads: then the next call searches once more, and finds nothing new to load.
        var items = Of<T>(Assemblies());
        s_known[typeof(T)] = (loaded, items);
        return items;
    }

    /// <summary>The item of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="what">What such items are called in messages: "device".</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static T Find<T>(string name, string what) where T : ICatalogued
    {
        var all = Of<T>();
        return all.FirstOrDefault(item => item.Name == name) ?? throw new ArgumentException(
            $"there is no {what} '{name}'; expected one of {string.Join(", ", all.Select(item => item.Name))}");
    }

    /// <summary>All implementations of <typeparamref name="T"/> in the given assemblies, each made once, ordered by name.</summary>
    /// <exception cref="InvalidOperationException">Two items carry the same name.</exception>
    public static IReadOnlyList<T> Of<T>(params IEnumerable<Assembly> assemblies) where T : ICatalogued
    {
        var items = assemblies.Distinct()
            .SelectMany(assembly => typeof(T).IsPublic ? assembly.GetExportedTypes() : assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }
                && typeof(T).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (T)Activator.CreateInstance(type)!)
            .OrderBy(item => item.Name, StringComparer.Ordinal)
            .ToList()
            .AsReadOnly();
        var twice = items.GroupBy(item => item.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? items : throw new InvalidOperationException(
            $"Two {typeof(T).Name} items are called '{twice.Key}': {string.Join(", ", twice.Select(item => item.GetType().FullName))}.");
    }

    // What is referred to but not used yet is not loaded; an assembly that does not see this one cannot implement a seam of it.
    private static List<Assembly> Assemblies()
    {
        var own = typeof(Catalog).Assembly;
        var (found, seen) = (new List<Assembly> { own }, new HashSet<string> { own.FullName! });
        var open = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && !IsFramework(assembly.GetName().Name!)));
        while (open.TryDequeue(out var assembly))
        {
            if (!seen.Add(assembly.FullName!)) continue;
            var references = assembly.GetReferencedAssemblies();
            bool seesOwn = Array.Exists(references, name => name.Name == own.GetName().Name);
            if (seesOwn) found.Add(assembly);
            // Libraries that do not see this one are not followed: they take a while to load.
            if (seesOwn || assembly == Assembly.GetEntryAssembly())
                foreach (var name in references.Where(name => !IsFramework(name.Name!) && !seen.Contains(name.FullName)))
                    if (Loaded(name) is { } other) open.Enqueue(other);
        }
        return [.. found.OrderBy(assembly => assembly.FullName, StringComparer.Ordinal)];
    }

    private static bool IsFramework(string name) => name is "netstandard" or "mscorlib" or "System" || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal);

    // A reference that is not beside the program (a tool of the build) holds nothing for it.
    private static Assembly? Loaded(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
