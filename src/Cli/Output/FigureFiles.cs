using System.CommandLine;
using Plots;
using Plots.Export;

namespace Cli.Output;

/// <summary>Figures as files: in the formats that were asked for, and their numbers beside them.</summary>
internal static class FigureFiles
{
    private static readonly string[] Known = ["svg", "pdf", "png"];

    /// <summary>The option that names the formats; a program that PNG needs is looked for before the work starts.</summary>
    internal static Option<string[]> Option()
    {
        var option = new Option<string[]>("--figures")
        {
            Description = "Formats of the figures in the folder of --out, separated by commas; their numbers lie beside them as CSV.",
            HelpName = "svg|pdf|png",
            DefaultValueFactory = _ => ["svg"],
        };
        option.CompletionSources.Add([.. Known]);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (Names(token.Value) is var names
                    && (names.Length == 0 || !names.All(name => Known.Contains(name, StringComparer.OrdinalIgnoreCase))))
                    result.AddError($"--figures '{token.Value}': expected svg, pdf or png, separated by commas");
        });
        return option;
    }

    /// <summary>The formats that were asked for, each once.</summary>
    /// <exception cref="NotSupportedException">PNG, and nothing on the path makes it.</exception>
    internal static IReadOnlyList<FigureFormat> Read(ParseResult parsed, Option<string[]> option)
    {
        // A verb that has no such option writes SVG.
        FigureFormat[] formats = [.. (parsed.GetValue(option) ?? ["svg"]).SelectMany(Names)
            .Select(name => Enum.Parse<FigureFormat>(name, ignoreCase: true)).Distinct()];
        if (formats.Contains(FigureFormat.Png)) PngProgram.Find();
        return formats;
    }

    /// <summary>Writes a figure; files of the same names are replaced.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="name">Name of the files, without extension.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="formats">Null for SVG.</param>
    /// <param name="hasOwnTable">True when the verb itself writes a table of that name, which the numbers must not replace.</param>
    /// <returns>Names of the files.</returns>
    internal static IReadOnlyList<string> Write(string folder, string name, Figure figure, IReadOnlyList<FigureFormat>? formats = null,
        bool hasOwnTable = false)
    {
        string[] files = [.. (formats ?? [FigureFormat.Svg]).Select(format => name + FigureExport.Extension(format)),
            .. hasOwnTable ? (string[])[] : [name + ".csv"]];
        foreach (string file in files) figure.Save(Path.Combine(folder, file));
        return files;
    }

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
