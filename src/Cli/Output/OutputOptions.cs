using System.CommandLine;
using Plots.Export;
using Studies;

namespace Cli.Output;

/// <summary>Where an answer goes: --json, --out, --quiet.</summary>
internal sealed class OutputOptions
{
    internal Option<string?> Json { get; } =
        new("--json") { Description = "Write the full record of the command to this file; to stdout, and nothing else there, with -.", HelpName = "FILE" };

    internal Option<string?> Out { get; } = new("--out")
    {
        Description = "Write decks, tables, figures and a report page into this folder (made if missing).",
        HelpName = "DIR",
    };

    internal Option<string[]> Figures { get; } = FigureFiles.Option();

    internal Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no tables; errors are still shown." };

    /// <summary>False where --out is something else, or where there is nothing for a folder.</summary>
    internal bool HasFolder { get; set; } = true;

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[Json, Out, Figures, Quiet])
            if (option != Out && option != Figures || HasFolder) command.Options.Add(option);
    }

    /// <summary>Makes sure, before the work begins, that everything can be written.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="ArgumentException">Formats are given, and no folder for the figures.</exception>
    internal Outputs Reserve(ParseResult parsed) => HasFolder && parsed.GetResult(Figures) is { Implicit: false } && parsed.GetValue(Out) is null
        ? throw new ArgumentException("--figures needs --out DIR, the folder they go to")
        : new(parsed.GetValue(Json), HasFolder ? parsed.GetValue(Out) : null, parsed.GetValue(Quiet))
        {
            Formats = HasFolder ? FigureFiles.Read(parsed, Figures) : [FigureFormat.Svg],
        };
}

/// <summary>The reserved outputs of one command.</summary>
internal sealed class Outputs : IDisposable
{
    private readonly OutputFile? _json;
    private readonly bool _isJsonPrinted;

    internal Outputs(string? json, string? folder, bool quiet)
    {
        _isJsonPrinted = json == "-";
        _json = json is null || _isJsonPrinted ? null : new(json);
        Folder = folder is null ? null : OutputFile.Folder(folder);
        IsQuiet = quiet || _isJsonPrinted;
    }

    /// <summary>The folder; null without --out.</summary>
    internal string? Folder { get; }

    /// <summary>Formats of the figures in the folder.</summary>
    internal IReadOnlyList<FigureFormat> Formats { get; init; } = [FigureFormat.Svg];

    /// <summary>No progress and no tables.</summary>
    internal bool IsQuiet { get; }

    /// <summary>Writes everything that was asked for.</summary>
    internal void Write(StudyRecord record, Presentation shown)
    {
        WriteJson(record);
        if (record.Cancelled) shown.Say("cancelled: what was finished is above");
        if (Folder is not null) shown.Write(Folder, Formats);
        if (!IsQuiet) shown.Print(Folder);
    }

    /// <summary>Writes the record alone.</summary>
    internal void WriteJson(StudyRecord record)
    {
        if (_isJsonPrinted || _json is not null) WriteJson(record.ToJson());
    }

    /// <summary>Writes a record that is already text.</summary>
    internal void WriteJson(string json)
    {
        if (_isJsonPrinted) Console.Out.Write(json);
        _json?.Write(json);
    }

    /// <summary>Removes what was reserved and not written.</summary>
    public void Dispose() => _json?.Dispose();
}
