using System.CommandLine;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Cli.Output;

namespace Cli.Options;

/// <summary>Options that are properties of a record of parameters. Their names follow from the properties' (<c>ReadVolts</c>:
/// <c>--read-volts</c>), their defaults are the record's own, their ranges are checked by the record; its messages then name what the user
/// typed.</summary>
internal sealed class RecordOptions<T> where T : class
{
    // Also of a record with required members, which say nothing about the options.
    private readonly T _defaults = Activator.CreateInstance<T>();
    private readonly List<Binding> _bindings = [];

    private sealed record Binding(Option Option, PropertyInfo Property, Func<ParseResult, object?> Value, bool IsScaled);

    /// <summary>Binds a property. A default of null leaves the option without one.</summary>
    /// <param name="property">Such as <c>p =&gt; p.ReadVolts</c>.</param>
    /// <param name="help">What stands for the value in the help; empty for a switch.</param>
    /// <param name="description">What the option does.</param>
    /// <param name="name">Its name, where it is not the property's.</param>
    /// <param name="text">The property as it stands in the source.</param>
    internal RecordOptions<T> Add<TValue>(Func<T, TValue> property, string help, string description, string? name = null,
        [CallerArgumentExpression(nameof(property))] string text = "")
    {
        var bound = PropertyOf(text);
        var option = new Option<TValue>(name ?? NameOf(bound))
        {
            Description = description,
            HelpName = help.Length == 0 ? null : help,
            AllowMultipleArgumentsPerToken = typeof(TValue).IsArray,
        };
        if (property(_defaults) is TValue value and not (bool or Array { Length: 0 })) option.DefaultValueFactory = _ => value;
        return Bind(option, bound, parsed => parsed.GetValue(option), false);
    }

    /// <summary>Binds a fraction that users give in per cent; its option ends in "-percent".</summary>
    internal RecordOptions<T> AddPercent(Func<T, double> property, string description, string? name = null,
        [CallerArgumentExpression(nameof(property))] string text = "")
    {
        var bound = PropertyOf(text);
        double value = 100 * property(_defaults);
        var option = new Option<double>(name ?? NameOf(bound) + "-percent")
        {
            Description = description,
            HelpName = "P",
            DefaultValueFactory = _ => value,
        };
        return Bind(option, bound, parsed => parsed.GetValue(option) / 100, true);
    }

    /// <summary>Binds a choice.</summary>
    /// <param name="property">The property.</param>
    /// <param name="description">What the option does.</param>
    /// <param name="name">Its name; null for the property's.</param>
    /// <param name="words">The words that users may type, with their meaning.</param>
    /// <param name="text">The property as it stands in the source.</param>
    internal RecordOptions<T> AddChoice<TValue>(
        Func<T, TValue> property, string description, string? name, (string Word, TValue Value)[] words,
        [CallerArgumentExpression(nameof(property))] string text = "")
    {
        var bound = PropertyOf(text);
        var option = new Option<string>(name ?? NameOf(bound))
        {
            Description = description,
            HelpName = string.Join('|', words.Select(word => word.Word)),
            DefaultValueFactory = _ => words.First(word => Equals(word.Value, property(_defaults))).Word,
        };
        option.AcceptOnlyFromAmong([.. words.Select(word => word.Word)]);
        return Bind(option, bound, parsed => words.First(word => word.Word == parsed.GetValue(option)).Value, false);
    }

    internal void AddTo(Command command)
    {
        foreach (var binding in _bindings) command.Options.Add(binding.Option);
    }

    /// <summary>The defaults with what was typed.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal T Read(ParseResult parsed) => Over(_defaults, parsed);

    /// <summary>A record with what was typed, and the defaults of what was not.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal T Over(T record, ParseResult parsed)
    {
        // What the compiler makes of 'record with { … }'.
        var copy = (T)record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        foreach (var (option, property, value, isScaled) in _bindings)
            try
            {
                property.SetValue(copy, value(parsed));
            }
            catch (TargetInvocationException wrapped) when (wrapped.InnerException is ArgumentException wrong)
            {
                string text = ErrorReporting.Describe(wrong)!;
                if (isScaled) text = $"{option.Name}: {text}";
                else if (text.StartsWith(property.Name + " ", StringComparison.Ordinal)) text = option.Name + text[property.Name.Length..];
                throw new ArgumentException(text, wrong);
            }
        return copy;
    }

    private RecordOptions<T> Bind(Option option, PropertyInfo property, Func<ParseResult, object?> value, bool isScaled)
    {
        _bindings.Add(new(option, property, value, isScaled));
        return this;
    }

    // "p => p.ReadVolts", as it stands in the source: no tree of expressions has to be built at every start for its name.
    private static PropertyInfo PropertyOf(string text) => typeof(T).GetProperty(text[(text.LastIndexOf('.') + 1)..])
        ?? throw new InvalidOperationException($"{typeof(T).Name} has no property as in '{text}'.");

    private static string NameOf(PropertyInfo property) => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);
}
