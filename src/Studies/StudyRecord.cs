using System.Text.Json.Serialization;
using Studies.Records;

namespace Studies;

/// <summary>The answer of a study; as JSON its record. Members that are no data, such as waveforms and machines, carry
/// <see cref="JsonIgnoreAttribute"/>: they travel with the answer for whoever shows it, so that nothing is computed twice.</summary>
public abstract record StudyRecord
{
    /// <summary>Name of the study.</summary>
    [JsonPropertyOrder(-3)]
    public virtual string? Study => Options?.Name;

    /// <summary>The question: everything that counted. It can be asked again (<c>hopfield rerun</c>). Null where a program put the
    /// experiment together.</summary>
    [JsonConverter(typeof(StudyConverter))]
    [JsonPropertyOrder(-2)]
    public required Study? Options { get; init; }

    /// <summary>True when the work was ended early; what is finished is there.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Paths of what depends on the speed of the machine it ran on, and need not come out the same again; null for nothing.</summary>
    [JsonPropertyOrder(99)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public virtual IReadOnlyList<string>? Unrepeated => null;

    /// <summary>Version of the program that wrote the record, with its commit where the build knew it; the schema of that version describes
    /// the record.</summary>
    [JsonPropertyOrder(100)]
    public string Version { get; init; } = ProgramVersion.Text;

    /// <summary>The record as indented JSON with a newline at the end.</summary>
    public string ToJson() => RecordJson.Of(this);
}
