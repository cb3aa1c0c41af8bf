using System.CommandLine;
using System.Text.Json.Nodes;
using Cli.Output;
using Studies;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Asks the question of a record again and compares the answers.</summary>
internal sealed class RerunVerb : Verb
{
    private const int MostShown = 20;

    private readonly Argument<string> _record = new("RECORD") { Description = "A record that --json wrote." };

    private readonly OutputOptions _output = new();

    public override string Name => "rerun";
    public override string Summary => "Does a record's work again and says whether the numbers are the same; exit code 1 if not.";
    public override IReadOnlyList<string> Examples => ["hopfield rerun record.json", "hopfield rerun record.json --json again.json"];

    public override void Define(Command command)
    {
        command.Arguments.Add(_record);
        command.Options.Add(_output.Json);
        command.Options.Add(_output.Quiet);
    }

    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string path = parsed.GetRequiredValue(_record);
        var file = StudyFile.Read(path);
        using var outputs = new Outputs(parsed.GetValue(_output.Json), null, parsed.GetValue(_output.Quiet));
        var record = Progress.Run(file.Study, outputs.IsQuiet, cancellation);
        var shown = new Presentation(path);
        if (record.Cancelled)
        {
            outputs.Write(record, shown.Say($"{path}: not compared"));
            return ExitCode.Cancelled;
        }
        var differences = RecordComparison.Differences(file.Record, JsonNode.Parse(record.ToJson()), Path.GetDirectoryName(path));
        if (file.Record.Count == 2) shown.Say($"{path}: {file.Study.Name}: a question without an answer");
        else Say(path, file, differences, shown);
        outputs.Write(record, shown);
        return differences.Count == 0 ? ExitCode.Done : ExitCode.NotReached;
    }

    private static void Say(string path, StudyFile file, IReadOnlyList<string> differences, Presentation shown)
    {
        if (file.Record["cancelled"]?.GetValue<bool>() is true) shown.Say($"{path}: ended with Ctrl-C, so it holds a part of the work");
        foreach (string difference in differences.Take(MostShown)) shown.Say(difference);
        if (differences.Count > MostShown) shown.Say($"and {differences.Count - MostShown} more");
        shown.Say(differences.Count == 0 ? $"{path}: {file.Study.Name}: every number is the same"
            : $"{path}: {file.Study.Name}: {differences.Count} values differ (record, now)");
    }
}
