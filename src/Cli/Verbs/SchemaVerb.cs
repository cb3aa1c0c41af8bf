using System.CommandLine;
using System.CommandLine.Completions;
using Cli.Output;
using Hopfield.Numerics;
using Studies;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Says what stands in a record, for programs that read it.</summary>
internal sealed class SchemaVerb : Verb
{
    private readonly Argument<string[]> _study = new("STUDY")
    {
        Description = "The 'study' of the record, such as capacity or array solve; without it all of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "Write one file per study into this folder (made if missing); those of the same names are replaced.",
        HelpName = "DIR",
    };

    public override string Name => "schema";
    public override string Summary => "The JSON Schema of a study's record; without a name, which studies there are.";

    public override IReadOnlyList<string> Examples =>
        ["hopfield schema", "hopfield schema capacity", "hopfield schema array solve", "hopfield schema --out docs/schema"];

    public override void Define(Command command)
    {
        _study.CompletionSources.Add(_ => Catalog.Of<Study>().Select(study => new CompletionItem(study.Name)));
        command.Arguments.Add(_study);
        command.Options.Add(_out);
    }

    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string name = string.Join(' ', parsed.GetValue(_study) ?? []);
        IReadOnlyList<Study> studies = name.Length == 0 ? Catalog.Of<Study>() : [Catalog.Find<Study>(name, "study")];
        if (parsed.GetValue(_out) is { } folder)
            foreach (var study in studies)
            {
                using var file = new OutputFile(Path.Combine(OutputFile.Folder(folder), $"{study.Name.Replace(' ', '-')}.json"));
                file.Write(RecordJson.Of(RecordSchema.Of(study)));
            }
        else if (name.Length > 0)
            Console.Out.Write(RecordJson.Of(RecordSchema.Of(studies[0])));
        else
            studies.Aggregate(new ResultTable("study", "what it answers", "options", "answer"), (table, study) => table.Add(study.Name,
                study.Summary, $"{Parameters.Of(study).Count}", $"{RecordSchema.Of(study)["properties"]!.AsObject().Count}")).Print();
        return ExitCode.Done;
    }
}
