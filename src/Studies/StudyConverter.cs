using System.Text.Json;
using System.Text.Json.Serialization;
using Studies.Records;

namespace Studies;

/// <summary>Writes a study's options by its own type; reading goes through <see cref="StudyFile"/>, which knows the type by its name.</summary>
internal sealed class StudyConverter : JsonConverter<Study>
{
    public override Study Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A study is read by its name, from the record around it.");

    public override void Write(Utf8JsonWriter writer, Study value, JsonSerializerOptions options) =>
        Parameters.Of(value).WriteTo(writer, options);
}
