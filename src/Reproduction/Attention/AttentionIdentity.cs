using Hopfield.Modern;
using Hopfield.Numerics;

namespace Reproduction.Attention;

/// <summary>Modern Hopfield retrieval and attention as one operation, compared entry by entry.</summary>
public sealed class AttentionIdentity : IClaimFamily
{
    private const int Length = 64, Patterns = 2000, Queries = 16;

    public string Name => "attention-identity";
    public string Summary => "Retrieval against softmax(q Kᵀ/√d) V written out.";

    public IReadOnlyList<Claim> Claims =>
    [
        Claim("attention.attention-double", "identical", new(0, 1e-13),
            "Largest difference of retrieval and attention with K = V = X, in double precision.",
            "softmax written out term by term", context =>
                new(Gap(Retrieved(context), Attention(Normal(context, "q", Queries), Normal(context, "x", Patterns),
                Normal(context, "x", Patterns))))),
        Claim("attention.attention-single", "identical", new(0, 1e-5), "The same in single precision, streamed.",
            "streaming softmax in blocks", context =>
        {
            var streaming = new StreamingRetrieval([.. Normal(context, "q", Queries).Select(value => (float)value)], Length,
                1 / Math.Sqrt(Length));
            streaming.Absorb([.. Normal(context, "x", Patterns).Select(value => (float)value)]);
            return new(Gap([.. streaming.States().Select(value => (double)value)], Retrieved(context)));
        }),
        Claim("attention.attention-projections", "the core is unchanged", new(0, 1e-12),
            "The same with learned Q, K, V projections around it, two heads.",
            "multi-head attention layer against each head's retrieval", Projected),
        Claim("attention.separate-values", "identical", new(0, 1e-13),
            "Largest difference when keys and values are different projections of the patterns.",
            "K = X W_K, V = X W_V against retrieval in X", context =>
            {
                Projection key = Projection.Random(Length, Length, context.Key("w k")),
                    value = Projection.Random(Length, Length, context.Key("w v"));
                double[] x = Normal(context, "x", Patterns);
                return new(Gap(Retrieved(context), Attention(Normal(context, "q", Queries), key.Apply(x), value.Apply(x))));
            }) with { Expected = Interval.AtLeast(0.1),
                Why = "In a Transformer K and V differ: then the core is the same operation, its result another." },
    ];

    private static Claim Claim(string id, string published, Interval reproduces, string statement, string protocol,
        Func<ClaimContext, Finding> measure) =>
        new(id, statement, "Ramsauer et al. 2020, arXiv 2008.02217; " + Texts.ArticleAndWriteUp, published,
            $"{Patterns} normal patterns of length {Length}, {Queries} queries, β = 1/√d; {protocol}", reproduces,
            (context, _) => measure(context))
        { Quick = true };

    private static double[] Normal(ClaimContext context, string name, int count)
    {
        var stream = context.Key("attention " + name).Stream();
        var values = new double[count * Length];
        for (int k = 0; k < values.Length; k++) values[k] = stream.NextGaussian();
        return values;
    }

    private static double[] Retrieved(ClaimContext context)
    {
        var network = new ModernHopfield(Normal(context, "x", Patterns), Length) { Beta = 1 / Math.Sqrt(Length) };
        double[] queries = Normal(context, "q", Queries);
        return [.. Enumerable.Range(0, Queries).SelectMany(q => network.Step(queries.AsSpan(q * Length, Length)).State)];
    }

    private static double[] Attention(double[] q, double[] k, double[] v)
    {
        var result = new double[q.Length];
        for (int row = 0; row < q.Length / Length; row++)
        {
            double[] weights = [.. Enumerable.Range(0, k.Length / Length)
                .Select(m => Math.Exp(Enumerable.Range(0, Length).Sum(i => q[row * Length + i] * k[m * Length + i]) / Math.Sqrt(Length)))];
            double total = weights.Sum();
            for (int i = 0; i < Length; i++) result[row * Length + i] = weights.Select((weight, m) =>
                weight * v[m * Length + i]).Sum() / total;
        }
        return result;
    }

    private static Finding Projected(ClaimContext context)
    {
        const int heads = 2, part = Length / heads;
        Projection query = Projection.Random(Length, Length, context.Key("w q")),
            key = Projection.Random(Length, Length, context.Key("w k"));
        var layer = new HopfieldAssociation { Query = query, Key = key, Value = key, Heads = heads };
        double[] q = Normal(context, "q", Queries), x = Normal(context, "x", Patterns), joined = layer.Associate(q, x);
        double[] queries = query.Apply(q), keys = key.Apply(x);
        double largest = 0;
        for (int head = 0; head < heads; head++)
        {
            double[] stored = [.. Enumerable.Range(0, Patterns).SelectMany(m =>
                keys[(m * Length + head * part)..(m * Length + (head + 1) * part)])];
            var network = new ModernHopfield(stored, part) { Beta = 1 / Math.Sqrt(part) };
            for (int row = 0; row < Queries; row++)
            {
                var state = network.Step(queries.AsSpan(row * Length + head * part, part)).State;
                for (int i = 0; i < part; i++) largest = Math.Max(largest, Math.Abs(state[i] - joined[row * Length + head * part + i]));
            }
        }
        return new(largest);
    }

    private static double Gap(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
