using System.Text.Json;
using System.Text.Json.Nodes;
using Hopfield.Files;
using Hopfield.Model;
using Solvers.Problems.Ising;

namespace Solvers.Problems.Qubo;

/// <summary>Binary quadratic models in dimod's JSON (bqm_schema 3.0.0, numbers as text). BINARY models become a <see cref="QuboProblem"/>;
/// SPIN models, whose energy is +Σ h s + Σ J s s + offset in dimod's convention, an <see cref="IsingProblem"/>. Source: D-Wave Systems,
/// dimod documentation, <c>BinaryQuadraticModel.to_serializable</c>.</summary>
public static class BqmFile
{
    /// <summary>Reads a model.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The JSON is damaged (the line is named), a field is missing or of another kind or length, or
    /// the numbers are packed as bytes.</exception>
    public static IProblem Read(string path)
    {
        var root = Parse(path);
        if (Text(path, root, "type") is var type and not "BinaryQuadraticModel")
            throw InputFile.Error(path, $"type is '{type}'", "BinaryQuadraticModel");
        if (root["use_bytes"] is JsonValue bytes && bytes.TryGetValue(out bool packed) && packed)
            throw InputFile.Error(path, "the numbers are packed as bytes", "a file written with use_bytes=False");
        double[] linear = Numbers(path, root, "linear_biases", null);
        double[] quadratic = Numbers(path, root, "quadratic_biases", null);
        double[] heads = Numbers(path, root, "quadratic_head", quadratic.Length),
            tails = Numbers(path, root, "quadratic_tail", quadratic.Length);
        if (linear.Length == 0) throw InputFile.Error(path, "linear_biases is empty", "one number per variable");
        var terms = new QuadraticTerm[quadratic.Length];
        var seen = new HashSet<(int, int)>();
        for (int k = 0; k < terms.Length; k++)
        {
            int i = Variable(path, "quadratic_head", heads[k], k, linear.Length),
                j = Variable(path, "quadratic_tail", tails[k], k, linear.Length);
            if (i == j) throw InputFile.Error(path, $"interaction {k} joins variable {i} to itself", "two different variables");
            if (!seen.Add((Math.Min(i, j), Math.Max(i, j))))
                throw InputFile.Error(path, $"interaction {i} {j} is given twice", "each pair once");
            terms[k] = new(i, j, quadratic[k]);
        }
        double offset = root["offset"] is null ? 0 : Number(path, root["offset"], "offset");
        string[]? labels = Labels(path, root, linear.Length);
        string name = Path.GetFileNameWithoutExtension(path);
        return Text(path, root, "variable_type") switch
        {
            "BINARY" => new QuboProblem(name, new(linear, terms, offset)) { Labels = labels },
            "SPIN" => new IsingProblem(name,
                new(Couplings.FromPairs(linear.Length, [.. terms.Select(term => (term.I, term.J, -term.Value))]),
                [.. linear.Select(bias => bias == 0 ? 0 : -bias)], offset))
            { Labels = labels },
            var other => throw InputFile.Error(path, $"variable_type is '{other}'", "BINARY or SPIN"),
        };
    }

    /// <summary>Writes a model that is read back equal; without labels variables are numbered from 0.</summary>
    /// <exception cref="ArgumentException">The problem is of another kind, or maximises.</exception>
    public static void Write(string path, IProblem problem)
    {
        var (type, linear, terms, offset, labels) = problem switch
        {
            QuboProblem { Sense: ScoreSense.Minimise } qubo =>
                ("BINARY", qubo.Form.Linear.ToArray(), qubo.Form.Terms.ToArray(), qubo.Form.Constant, qubo.Labels),
            IsingProblem ising => ("SPIN", [.. ising.Model.Fields.ToArray().Select(field => field == 0 ? 0 : -field)], Pairs(ising.Model),
                ising.Model.Offset, ising.Labels),
            _ => throw new ArgumentException($"{problem.Name} is no model of spins or of bits to be minimised.", nameof(problem)),
        };
        var root = new JsonObject
        {
            ["type"] = "BinaryQuadraticModel",
            ["version"] = new JsonObject { ["bqm_schema"] = "3.0.0" },
            ["use_bytes"] = false,
            ["index_type"] = "int32",
            ["bias_type"] = "float64",
            ["num_variables"] = linear.Length,
            ["num_interactions"] = terms.Length,
            ["variable_labels"] = new JsonArray([.. Enumerable.Range(0, linear.Length)
                .Select(i => labels is null ? JsonValue.Create(i) : (JsonNode)labels[i])]),
            ["variable_type"] = type,
            ["offset"] = offset,
            ["info"] = new JsonObject(),
            ["linear_biases"] = new JsonArray([.. linear.Select(value => JsonValue.Create(value))]),
            ["quadratic_biases"] = new JsonArray([.. terms.Select(term => JsonValue.Create(term.Value))]),
            ["quadratic_head"] = new JsonArray([.. terms.Select(term => JsonValue.Create(term.I))]),
            ["quadratic_tail"] = new JsonArray([.. terms.Select(term => JsonValue.Create(term.J))]),
        };
        File.WriteAllText(path, root.ToJsonString(new() { WriteIndented = false }) + "\n");
    }

    private static QuadraticTerm[] Pairs(IsingModel model) => [.. Enumerable.Range(0, model.Size)
        .SelectMany(i => model.Couplings.Row(i).Where(entry => entry.Column > i)
            .Select(entry => new QuadraticTerm(i, entry.Column, -entry.Value)))];

    private static JsonObject Parse(string path)
    {
        try
        {
            using var stream = InputFile.Open(path);
            return JsonNode.Parse(stream) as JsonObject
                ?? throw InputFile.Error(path, 1, "this is no JSON object", "dimod's BinaryQuadraticModel");
        }
        catch (JsonException damage)
        {
            throw InputFile.Error(path, (int)(damage.LineNumber ?? 0) + 1, "the JSON is damaged", "dimod's BinaryQuadraticModel");
        }
    }

    private static string Text(string path, JsonObject root, string field) =>
        root[field] is JsonValue value && value.TryGetValue(out string? text) ? text
            : throw InputFile.Error(path, $"{field} is missing or no text", "dimod's BinaryQuadraticModel");

    private static double Number(string path, JsonNode? node, string what) =>
        node is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number) ? number
            : throw InputFile.Error(path, $"{what} is {node?.ToJsonString() ?? "null"}", "a finite number");

    private static double[] Numbers(string path, JsonObject root, string field, int? count)
    {
        if (root[field] is not JsonArray array) throw InputFile.Error(path, $"{field} is missing or no list", "a list of numbers");
        if (count is { } wanted && array.Count != wanted)
            throw InputFile.Error(path, $"{field} has {array.Count} entries", $"{wanted}, one per quadratic bias");
        return [.. array.Select((node, k) => Number(path, node, $"{field}[{k}]"))];
    }

    private static int Variable(string path, string field, double number, int k, int count) =>
        number == Math.Round(number) && number >= 0 && number < count ? (int)number
            : throw InputFile.Error(path, $"{field}[{k}] is {number}", $"a variable from 0 to {count - 1}");

    private static string[]? Labels(string path, JsonObject root, int count)
    {
        if (root["variable_labels"] is not JsonArray array) return null;
        if (array.Count != count) throw InputFile.Error(path, $"variable_labels has {array.Count} entries",
            $"{count}, one per linear bias");
        string[] labels = [.. array.Select(node => node is JsonValue value && value.TryGetValue(out string? text) ? text
            : node?.ToJsonString() ?? "null")];
        bool numbered = !labels.Where((label, i) => label != i.ToString()).Any();
        return numbered ? null : labels;
    }
}
