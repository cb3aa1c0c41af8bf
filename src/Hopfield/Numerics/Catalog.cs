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

/// <summary>
/// Finds every public, concrete implementation of a seam that has a parameterless constructor, so that adding a device, rule,
/// machine or problem is adding one file: no list to edit.
/// </summary>
public static class Catalog
{
    /// <summary>All implementations of <typeparamref name="T"/> in the given assemblies, each made once, ordered by name.</summary>
    /// <exception cref="InvalidOperationException">Two items carry the same name.</exception>
    public static IReadOnlyList<T> Of<T>(params IEnumerable<Assembly> assemblies) where T : ICatalogued
    {
        var items = assemblies.Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }
                && typeof(T).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (T)Activator.CreateInstance(type)!)
            .OrderBy(item => item.Name, StringComparer.Ordinal)
            .ToList();
        var twice = items.GroupBy(item => item.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? items : throw new InvalidOperationException(
            $"Two {typeof(T).Name} items are called '{twice.Key}': {string.Join(", ", twice.Select(item => item.GetType().FullName))}.");
    }
}
