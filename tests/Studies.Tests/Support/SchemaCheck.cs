using System.Text.Json;
using Json.Schema;

namespace Studies.Tests.Support;

/// <summary>Holds records to their schemas with a validator that is not ours (JsonSchema.Net).</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with a record as it would be written; none where it fits its schema.</summary>
    public static IReadOnlyList<string> Errors(StudyRecord record) => Errors(record.Options!, record.ToJson());

    /// <summary>What is wrong with a text as the record of a study.</summary>
    public static IReadOnlyList<string> Errors(Study study, string json)
    {
        // A registry of its own: the ids of two tests are the same.
        var options = new BuildOptions { SchemaRegistry = new() };
        var schema = JsonSchema.FromText(RecordSchema.Of(study).ToJsonString(), options);
        using var record = JsonDocument.Parse(json);
        var results = schema.Evaluate(record.RootElement, new() { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. (results.Details ?? []).Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key}: {error.Value}"))
            .DefaultIfEmpty("the record does not fit its schema")];
    }
}
