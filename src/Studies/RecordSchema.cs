using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Studies.Records;

namespace Studies;

/// <summary>The JSON Schema (draft 2020-12) of a study's record, made from the types that write it, so that it cannot say anything else.
/// What stands in a record is described by the summary of the property that holds it, where the documentation files lie beside the
/// program.</summary>
public sealed class RecordSchema
{
    private const string Shared = "#/$defs/";

    private readonly JsonObject _shared = [];
    private readonly MemberSummaries _summaries = new();
    private readonly JsonSchemaExporterOptions _record, _parameters;

    private RecordSchema()
    {
        _record = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (at, node) => Complete(at, node, true) };
        _parameters = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (at, node) => Complete(at, node, false) };
    }

    /// <summary>The schema of what a study answers.</summary>
    public static JsonObject Of(Study study) => new RecordSchema().Made(study);

    private JsonObject Made(Study study)
    {
        var schema = JsonSchemaExporter.GetJsonSchemaAsNode(RecordJson.Options, study.RecordType, _record).AsObject();
        var properties = schema["properties"]!.AsObject();
        properties["study"] = new JsonObject { ["const"] = study.Name };
        properties["options"] = ParametersOf(study.GetType(), "#/properties/options");
        if (study.IsAlsoOfPrograms) properties["options"]!["type"] = new JsonArray("object", "null");
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", $"urn:hopfield:record:{study.Name.Replace(' ', '-')}");
        schema.Insert(2, "title", $"Record of the study '{study.Name}'");
        schema.Insert(3, "description", study.Summary);
        schema["$defs"] = _shared;
        return schema;
    }

    /// <summary>The schema of parameters that will stand at a place: the exporter's references count from its own root.</summary>
    private JsonObject ParametersOf(Type type, string place)
    {
        var schema = JsonSchemaExporter.GetJsonSchemaAsNode(Parameters.Options, type, _parameters).AsObject();
        Move(schema);
        return schema;

        void Move(JsonNode? node)
        {
            if (node is JsonArray many)
            {
                foreach (var one in many) Move(one);
            }
            else if (node is JsonObject parts)
            {
                foreach (var (_, part) in parts) Move(part);
                if (parts["$ref"]?.GetValue<string>() is { } target && !target.StartsWith(Shared, StringComparison.Ordinal))
                    parts["$ref"] = place + target[1..];
            }
        }
    }

    /// <summary>What the exporter cannot know: our converters, what is always written, and what a property means.</summary>
    private JsonNode Complete(JsonSchemaExporterContext at, JsonNode node, bool isRecord)
    {
        node = OfOurs(at.TypeInfo, at.PropertyInfo is { IsGetNullable: true }, isRecord) ?? node;
        if (node is not JsonObject schema) return node;
        if (isRecord && schema["properties"] is JsonObject)
            schema["required"] = new JsonArray([.. at.TypeInfo.Properties
                .Where(property => property.Get is not null && property.ShouldSerialize is null)
                .Select(property => (JsonNode)property.Name)]);
        // The exporter leaves out what it does not know of elements, and does not ask again.
        if (at.TypeInfo.ElementType is { } element && OfOurs(at.TypeInfo.Options.GetTypeInfo(element), false, isRecord) is { } items)
            schema[at.TypeInfo.Kind == JsonTypeInfoKind.Dictionary ? "additionalProperties" : "items"] = items;
        if (_summaries.Of(at.PropertyInfo?.AttributeProvider as MemberInfo) is { } summary) schema.Insert(0, "description", summary);
        return schema;
    }

    /// <summary>The schema of what our own converters write; null for anything else.</summary>
    private JsonObject? OfOurs(JsonTypeInfo type, bool mayBeNull, bool isRecord)
    {
        var value = Nullable.GetUnderlyingType(type.Type);
        if ((value ?? type.Type) == typeof(double))
            return isRecord ? new() { ["type"] = new JsonArray("number", "null") } : Reference("number", value is not null, _ => Number());
        if (type.Converter is not ISeamConverter seam || type.Type == typeof(Study)) return null;
        string name = JsonNamingPolicy.CamelCase.ConvertName(type.Type.IsInterface ? type.Type.Name[1..] : type.Type.Name);
        return Reference(name, mayBeNull, place => OneOf(seam, place));
    }

    private JsonObject Reference(string name, bool mayBeNull, Func<string, JsonObject> made)
    {
        if (!_shared.ContainsKey(name))
        {
            _shared[name] = null; // a part may hold another of its own seam
            _shared[name] = made(Shared + name);
        }
        var reference = new JsonObject { ["$ref"] = Shared + name };
        return mayBeNull ? new() { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    // Infinity is a value of parameters, such as an unlimited slew rate.
    private static JsonObject Number() => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" },
            new JsonObject { ["enum"] = new JsonArray("Infinity", "-Infinity", "NaN") }),
    };

    /// <summary>A part that the libraries have, with its parameters; or one that a program added, of which only the name is sure.</summary>
    private JsonObject OneOf(ISeamConverter seam, string place)
    {
        string[] libraries = [typeof(RecordSchema).Assembly.FullName!,
            .. typeof(RecordSchema).Assembly.GetReferencedAssemblies().Select(assembly => assembly.FullName)];
        var known = seam.Items().Where(item => libraries.Contains(item.GetType().Assembly.FullName)).ToList();
        var choices = new JsonArray();
        foreach (var item in known)
        {
            var schema = ParametersOf(item.GetType(), $"{place}/oneOf/{choices.Count}");
            if (schema["properties"] is not JsonObject properties) schema["properties"] = properties = [];
            properties.Insert(0, "name", new JsonObject { ["const"] = item.Name });
            schema["required"] = new JsonArray(["name", .. (schema["required"] as JsonArray ?? []).Select(name => name!.DeepClone())]);
            if (properties.ContainsKey("file")) properties["fileSha256"] = new JsonObject { ["type"] = "string" };
            schema["description"] = item.Summary;
            choices.Add(schema);
        }
        choices.Add(new JsonObject
        {
            ["description"] = "a part that is not in the libraries",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["name"] = new JsonObject
                {
                    ["type"] = "string",
                    ["not"] = new JsonObject { ["enum"] = new JsonArray([.. known.Select(item => (JsonNode)item.Name)]) },
                },
            },
            ["required"] = new JsonArray("name"),
        });
        return new() { ["oneOf"] = choices };
    }
}
