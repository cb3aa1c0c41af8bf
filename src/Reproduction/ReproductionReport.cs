using System.Text.Json.Serialization;
using Studies;

namespace Reproduction;

/// <summary>The JSON record of <c>hopfield reproduce</c>. Names and meanings are stable; later versions only add.</summary>
public sealed record ReproductionReport : StudyRecord
{
    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Every claim that was checked, by id.</summary>
    public required IReadOnlyList<ClaimRecord> Claims { get; init; }

    /// <summary>Ids of claims that were asked for but need data (MNIST, benchmark files) that were not found.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Claims on what another program draws, which no seed of ours reaches.</summary>
    public override IReadOnlyList<string>? Unrepeated =>
        Claims.Index().Where(claim => ClaimRegistry.Select([claim.Item.Id])[0].NeedsEngine is not null)
            .Select(claim => $"claims[{claim.Index}]").ToList() is { Count: > 0 } paths ? paths : null;

    /// <summary>The curves that were asked for; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CurveSet>? Curves { get; init; }
}
