using Cli.Tests.Shell;
using Hopfield.Files;

namespace Cli.Tests.Recalling;

public class LearnAndAttendTests
{
    /// <summary>Two queries on three patterns, the softmax written out; with a causal mask the first query sees the first pattern
    /// only.</summary>
    [Fact]
    public void Attend_OfSmallMatrices_IsAttentionWrittenOut()
    {
        using var folder = new ScratchFolder();
        double[][] q = [[1, 0], [0.5, -1]], x = [[1, 2], [0, 1], [-1, 0.5]], w = [[0.5, 1], [2, -1]];
        folder.Write("q.csv", "1,0\n0.5,-1\n");
        folder.Write("x.csv", "1,2\n0,1\n-1,0.5\n");
        folder.Write("w.csv", "0.5,1\n2,-1\n");
        foreach (bool isCausal in (bool[])[false, true])
        {
            var run = HopfieldCall.RunIn(folder.Root, ["attend", "--states", "q.csv", "--stored", "x.csv", "--value-weights", "w.csv",
                "--result", "z.npy", "-q", .. isCausal ? ["--causal"] : Array.Empty<string>()]);
            Assert.True(run.ExitCode == 0, run.Errors);
            var seen = MatrixFile.Read(folder["z.npy"]);
            for (int row = 0; row < 2; row++)
            {
                int visible = isCausal ? row + 1 : 3;
                double[] weights = [.. x.Take(visible).Select(p => Math.Exp((q[row][0] * p[0] + q[row][1] * p[1]) / Math.Sqrt(2)))];
                for (int i = 0; i < 2; i++)
                    Assert.Equal(x.Take(visible).Select((p, m) => weights[m] * (w[i][0] * p[0] + w[i][1] * p[1])).Sum() / weights.Sum(),
                        seen[row, i], 1e-13);
            }
        }
    }

    /// <summary>The weights can be read back by another verb, and forgetting leaves what the others alone would have given.</summary>
    [Theory]
    [InlineData("hebb")]
    [InlineData("pseudoinverse")]
    public void Learn_AndForget_GivesTheWeightsOfTheOthers(string rule)
    {
        using var folder = new ScratchFolder();
        folder.Write("all.csv", "1,1,1,1,-1,-1\n1,-1,1,-1,1,-1\n-1,-1,1,1,1,-1\n");
        folder.Write("two.csv", "1,1,1,1,-1,-1\n-1,-1,1,1,1,-1\n");
        var run = HopfieldCall.RunIn(folder.Root, "learn", "--patterns", "all.csv", "--rule", rule, "--forget", "2", "--weights",
            "a.npy");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("2/2", run.Output);
        run = HopfieldCall.RunIn(folder.Root, "learn", "--patterns", "two.csv", "--rule", rule, "--weights", "b.npy", "-q");
        Assert.Equal("", run.Output + run.Errors);
        double[] a = MatrixFile.Read(folder["a.npy"]).Values, b = MatrixFile.Read(folder["b.npy"]).Values;
        for (int k = 0; k < 36; k++) Assert.Equal(b[k], a[k], 1e-13);
        run = HopfieldCall.RunIn(folder.Root, "ising", "a.npy", "--machine", "digital", "--runs", "2");
        Assert.True(run.ExitCode == 0, run.Errors);
    }

    [Theory]
    [InlineData("hopfield: --forget: the rule storkey cannot take a picture out", "learn", "--rule", "storkey", "--forget", "1")]
    [InlineData("hopfield: --forget must be a number from 1 to 10, not 11", "learn", "--forget", "11")]
    [InlineData("hopfield: --rule x: there is no such rule", "learn", "--rule", "x")]
    [InlineData("hopfield: w.txt: '.txt' is no matrix format", "learn", "--weights", "w.txt")]
    [InlineData("hopfield: Option '--stored' is required", "attend", "--states", "q.csv")]
    [InlineData("hopfield: 3 heads cannot share keys of length 2", "attend", "--states", "q.csv", "--stored", "x.csv", "--heads", "3")]
    [InlineData("hopfield: m.csv: the mask is 1 × 3; expected 2 × 3", "attend", "--states", "q.csv", "--stored", "x.csv", "--mask",
        "m.csv")]
    [InlineData("hopfield: --mask and --causal: give one of the two", "attend", "--states", "q.csv", "--stored", "x.csv", "--mask",
        "m.csv", "--causal")]
    [InlineData("hopfield: m.csv: --query-weights has 3 columns; expected 2", "attend", "--states", "q.csv", "--stored", "x.csv",
        "--query-weights", "m.csv")]
    [InlineData("hopfield: nowhere.csv: no such file", "attend", "--states", "nowhere.csv", "--stored", "x.csv")]
    public void Verb_WithWrongInput_SaysSoInOneLine(string message, params string[] arguments)
    {
        using var folder = new ScratchFolder();
        folder.Write("q.csv", "1,0\n0.5,-1\n");
        folder.Write("x.csv", "1,2\n0,1\n-1,0.5\n");
        folder.Write("m.csv", "1,0,1\n");
        HopfieldCall.RunIn(folder.Root, arguments).AssertBadInput(message);
    }
}
