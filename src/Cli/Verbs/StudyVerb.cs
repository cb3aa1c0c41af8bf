using System.CommandLine;
using Cli.Output;
using Studies;

namespace Cli.Verbs;

/// <summary>A verb that asks a study and shows its answer. What all such verbs have is here: the record as JSON, the folder with the page,
/// quiet, progress, cancellation and the exit code. Outputs are reserved before the work begins.</summary>
internal abstract class StudyVerb<TRecord> : Verb where TRecord : StudyRecord
{
    /// <summary>Where the answer goes; a verb may say more about it.</summary>
    protected OutputOptions Output { get; } = new();

    public sealed override void Define(Command command)
    {
        DefineOptions(command);
        Output.AddTo(command);
    }

    public sealed override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var study = Ask(parsed);
        using var own = ReserveOwn(parsed);
        using var outputs = Output.Reserve(parsed);
        var record = Progress.Run(study, outputs.IsQuiet, cancellation);
        var shown = new Presentation(Title(record));
        Show(record, shown);
        if (own is not null)
        {
            own.Write(record);
            shown.Say(own.Path);
        }
        outputs.Write(record, shown);
        return record.Cancelled ? ExitCode.Cancelled : Verdict(record);
    }

    /// <summary>Adds the verb's own arguments and options.</summary>
    protected abstract void DefineOptions(Command command);

    /// <summary>Options become the study.</summary>
    protected abstract Study<TRecord> Ask(ParseResult parsed);

    /// <summary>Reserves a file that the verb writes besides record and folder; null for none.</summary>
    protected virtual OwnOutput<TRecord>? ReserveOwn(ParseResult parsed) => null;

    /// <summary>Title of the page.</summary>
    protected abstract string Title(TRecord record);

    /// <summary>Sentences, tables and figures of the answer.</summary>
    protected abstract void Show(TRecord record, Presentation page);

    /// <summary>The exit code of finished work.</summary>
    protected virtual int Verdict(TRecord record) => ExitCode.Done;
}
