using Hopfield.Numerics;

namespace Reproduction.Tests;

public class ClaimTests
{
    private static Claim Published(double value, double tolerance, Interval? expected, Finding finding) => new()
    {
        Id = "group.claim",
        Statement = "s",
        Source = "s",
        Published = $"{value}",
        Protocol = "p",
        Reproduces = Interval.Around(value, tolerance),
        Expected = expected,
        Measure = (_, _) => finding,
    };

    private static ClaimResult Check(Claim claim) => new(claim, claim.Measure(new ClaimContext(1, null), default), 0);

    [Fact]
    public void Verdict_WithinThePublishedBand_IsReproduced()
    {
        var result = Check(Published(10, 1, null, new Finding(10.9)));
        Assert.Equal(("reproduced", true), (result.Verdict, result.AsExpected));
    }

    [Fact]
    public void Verdict_OnlyUnderTheOtherProtocol_SaysSo()
    {
        var result = Check(Published(10, 1, new(2, 4), new Finding(3) { OtherProtocol = 9.5 }));
        Assert.Equal(("other-protocol", true), (result.Verdict, result.AsExpected));
    }

    [Fact]
    public void Verdict_OutsideBoth_IsNotReproduced_AndAsExpectedOnlyWhereItShouldFail()
    {
        Assert.Equal(("not-reproduced", true), Both(Check(Published(10, 1, new(2, 4), new Finding(3) { OtherProtocol = 20 }))));
        Assert.Equal(("not-reproduced", false), Both(Check(Published(10, 1, new(2, 4), new Finding(5)))));
        Assert.Equal(("not-reproduced", false), Both(Check(Published(10, 1, null, new Finding(double.NaN)))));

        static (string, bool) Both(ClaimResult result) => (result.Verdict, result.AsExpected);
    }

    [Fact]
    public void AsExpected_WithAFailedCondition_IsFalseAndTheReasonNamesIt()
    {
        var result = Check(Published(1, 1, null, new Finding(1).Require(true, "one is one").Require(2 > 3, "two is more than three")));
        Assert.False(result.AsExpected);
        Assert.Equal("reproduced", result.Verdict);
        Assert.Equal("not so: two is more than three", result.Reason);
    }

    [Fact]
    public void Registry_HoldsOnlyWholeClaims()
    {
        Assert.NotEmpty(ClaimRegistry.All);
        foreach (var claim in ClaimRegistry.All)
        {
            Assert.Matches("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", claim.Id);
            foreach (string text in (string[])[claim.Statement, claim.Source, claim.Published, claim.Protocol]) Assert.NotEqual("",
                text.Trim());
            Assert.EndsWith(".", claim.Statement);
            Assert.False(claim is { Quick: true, NeedsMnist: true }, $"{claim.Id} is quick, which means without data");
        }
    }

    [Fact]
    public void Select_OfAGroupAnIdOrASection_TakesWhatItNames()
    {
        var one = ClaimRegistry.All.First(claim => claim.Group == "hebb");
        Assert.Equal([one], ClaimRegistry.Select([one.Id]));
        Assert.Equal(ClaimRegistry.All.Where(claim => claim.Group == "hebb"), ClaimRegistry.Select(["hebb"]));
        Assert.All(ClaimRegistry.Select(["array.cai5c"]), claim => Assert.StartsWith("array.cai5c.", claim.Id));
        Assert.Throws<ArgumentException>(() => ClaimRegistry.Select(["heb"]));
    }

    /// <summary>What was written down under the former ids and groups still selects what it did; the counts are those of the last page
    /// under them.</summary>
    [Theory]
    [InlineData("seeds", 170)]
    [InlineData("seeds.1", 38)]
    [InlineData("seeds.2", 16)]
    [InlineData("seeds.3", 21)]
    [InlineData("seeds.4", 13)]
    [InlineData("seeds.5", 26)]
    [InlineData("seeds.6", 36)]
    [InlineData("seeds.7", 17)]
    [InlineData("seeds.8", 3)]
    public void Select_OfAFormerGroup_TakesItsClaims(string name, int count) => Assert.Equal(count, ClaimRegistry.Select([name]).Count);

    [Theory]
    [InlineData("seeds.1.hebb-original-reappears", "hebb.hebb-original-reappears")]
    [InlineData("seeds.1.orthogonal-rules-agree", "projector.orthogonal-rules-agree")]
    [InlineData("seeds.1.synchronous-cycles-10", "updates.synchronous-cycles-10")]
    [InlineData("seeds.5.exponential-few", "dense-memory.exponential-few")]
    [InlineData("seeds.7.dense-slope-3", "dense-memory.slope-3")]
    [InlineData("seeds.8.tie-rules-differ", "updates.tie-rules-differ")]
    public void Select_OfAFormerId_TakesTheClaim(string former, string id) => Assert.Equal(id, ClaimRegistry.Select([former]).Single().Id);

    [Fact]
    public void Once_AskedTwice_MeasuresOnce_AndAfterACancellationAgain()
    {
        var context = new ClaimContext(1, null);
        int calls = 0;
        Assert.Throws<OperationCanceledException>(() => context.Once<object>("a", () => throw new OperationCanceledException()));
        Assert.Equal(1, context.Once("a", () => ++calls));
        Assert.Equal(1, context.Once("a", () => ++calls));
    }
}
