using System.Collections.Concurrent;
using Crossbar.Engines;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Reproduction;

/// <summary>What a measurement may use: random keys, data, and what other claims of its family measured before.</summary>
/// <param name="seed">Seed of every random choice.</param>
/// <param name="mnist">The data set; null where it was not found.</param>
/// <param name="instances">Public benchmark files; null for none.</param>
public sealed class ClaimContext(ulong seed, Mnist? mnist, BenchmarkInstances? instances = null)
{
    private readonly ConcurrentDictionary<string, Lazy<object>> _done = new();

    /// <summary>The handwritten digits.</summary>
    /// <exception cref="InvalidOperationException">They were not found; a claim that reads them says so in NeedsMnist.</exception>
    public Mnist Mnist => mnist ?? throw new InvalidOperationException("This measurement needs MNIST, but its claim does not say so.");

    /// <summary>The ten digits that the article's demonstrations store: the first of each class in the test set.</summary>
    /// <exception cref="InvalidOperationException">The handwritten digits were not found.</exception>
    public PatternSet TenDigits => Once("ten digits", () => Mnist.Test.FirstOfEachDigit(127));

    /// <summary>True when the handwritten digits were found.</summary>
    public bool HasMnist => mnist is not null;

    /// <summary>Path of a benchmark file.</summary>
    /// <exception cref="InvalidOperationException">It was not found; a claim that reads it says so in NeedsFiles.</exception>
    public string Instance(string name) => instances?.Find(name)
        ?? throw new InvalidOperationException($"This measurement needs {name}, but its claim does not say so.");

    /// <summary>Whether everything that a claim needs is here.</summary>
    public bool HasDataOf(Claim claim) => (HasMnist || !claim.NeedsMnist) && claim.NeedsFiles.All(name => instances?.Find(name) is not null)
        && (claim.NeedsEngine is not { } engine || CircuitEngines.All.Any(item => item.Engine.Name == engine && item.Availability.Present));

    /// <summary>The key of a purpose; independent of which claims run and in which order.</summary>
    public RandomKey Key(string purpose) => RandomKey.FromSeed(seed).Fold("reproduce").Fold(purpose);

    /// <summary>A measurement that several claims share: made by the first that asks. The name is that of the family and the
    /// measurement.</summary>
    public T Once<T>(string name, Func<T> measure) where T : notnull
    {
        var lazy = _done.GetOrAdd(name, _ => new Lazy<object>(() => measure()));
        try
        {
            return (T)lazy.Value;
        }
        catch (OperationCanceledException)
        {
            _done.TryRemove(name, out _);
            throw;
        }
    }
}
