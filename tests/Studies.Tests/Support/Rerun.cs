using System.Text.Json.Nodes;
using Studies.Records;

namespace Studies.Tests.Support;

/// <summary>What <c>hopfield rerun</c> does: the record is written, its question is read from it and answered again. Every record on
/// the way is held to its schema.</summary>
internal static class Rerun
{
    /// <summary>Answers a study, and again from its record; asserts that question and answer are the same.</summary>
    public static TRecord Repeats<TRecord>(Study<TRecord> study) where TRecord : StudyRecord
    {
        var record = study.Run();
        Assert.Empty(SchemaCheck.Errors(record));
        using var folder = new ScratchFolder();
        folder.Write("record.json", record.ToJson());
        var file = StudyFile.Read(folder["record.json"]);
        Assert.Equal(study.GetType(), file.Study.GetType());
        Assert.Equal(Parameters.Of(study).ToJsonString(), Parameters.Of(file.Study).ToJsonString());
        Assert.Empty(RecordComparison.Differences(file.Record, JsonNode.Parse(file.Study.Answer().ToJson())));
        return record;
    }
}
