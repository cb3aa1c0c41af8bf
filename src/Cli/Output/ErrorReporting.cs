using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Crossbar.Circuits;

namespace Cli.Output;

/// <summary>Turns what went wrong into one line on stderr and an exit code.</summary>
internal static class ErrorReporting
{
    private static readonly Regex s_propertyName = new(@"(?<=^|\s)[A-Z][a-z][A-Za-z]*(?=[\s,:;]|$)");

    /// <summary>Runs a verb on a thread of its own, so that Ctrl-C is heard while it computes.</summary>
    /// <param name="verb">Does the work.</param>
    /// <param name="options">Names of its options, by which messages about properties of the same name call them.</param>
    /// <param name="typed">What the user typed, which stays as it is.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    internal static async Task<int> GuardAsync(
        Func<int> verb, HashSet<string> options, HashSet<string> typed, CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(verb, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Say("cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (Describe(exception) is { } message)
        {
            Say(AsTyped(message, options, typed));
            return ExitCode.BadInput;
        }
    }

    // A study names its property ReadVolts or ErrorPercent; the user typed --read-volts or --error.
    private static string AsTyped(string message, HashSet<string> options, HashSet<string> typed) => s_propertyName.Replace(message, word =>
    {
        if (typed.Contains(word.Value)) return word.Value;
        string option = "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(word.Value);
        return options.Contains(option) ? option : options.Contains(option.Replace("-percent", "")) ? option.Replace("-percent", "") : word.Value;
    });

    /// <summary>Says what is wrong with the command line itself.</summary>
    internal static int Usage(ParseResult result)
    {
        string verb = VerbName.Of(result.CommandResult) is { Length: > 0 } name ? name + " " : "";
        Say($"{InWords(OneLine(result.Errors[0].Message).TrimEnd('.'))}; see 'hopfield {verb}--help'");
        return ExitCode.BadInput;
    }

    // The parser names the type that it could not make of the text; users know numbers.
    private static string InWords(string message)
    {
        int type = message.IndexOf(" as expected type '", StringComparison.Ordinal);
        if (type < 0) return message;
        return message[..type] + (message.AsSpan(type).Contains("Double", StringComparison.Ordinal) ? "; expected a number"
            : "; expected a whole number");
    }

    /// <summary>One line for exceptions that are the input's fault; null for those that are ours, which must stay loud.</summary>
    internal static string? Describe(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: > 0 } several => Describe(several.InnerExceptions[0]),
        CircuitException circuit => OneLine($"{circuit.Engine}: {circuit.Message}{(circuit.DeckPath is null ? "" : $" (deck {circuit.DeckPath})")}"),
        FileNotFoundException missing =>
            OneLine(missing.FileName is { Length: > 0 } file && !missing.Message.Contains(file, StringComparison.Ordinal)
            ? $"{file}: {missing.Message}" : missing.Message),
        ArgumentException argument => OneLine(WithoutParameterName(argument)),
        InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException => OneLine(exception.Message),
        _ => null,
    };

    private static string WithoutParameterName(ArgumentException exception)
    {
        string message = exception.Message;
        int actual = message.IndexOf(Environment.NewLine + "Actual value was", StringComparison.Ordinal);
        if (actual >= 0) message = message[..actual];
        string tail = $" (Parameter '{exception.ParamName}')";
        return message.EndsWith(tail, StringComparison.Ordinal) ? message[..^tail.Length] : message;
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static void Say(string message) => Console.Error.WriteLine($"hopfield: {message}");
}
