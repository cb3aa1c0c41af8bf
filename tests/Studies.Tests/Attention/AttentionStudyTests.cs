using Hopfield.Modern;
using Studies.Attention;
using Studies.Tests.Support;

namespace Studies.Tests.Attention;

public class AttentionStudyTests
{
    [Fact]
    public void Attention_FromItsRecord_IsTheSame_AndACausalFirstStateReadsTheFirstPattern()
    {
        using var folder = new ScratchFolder();
        var record = Rerun.Repeats(new AttentionStudy
        {
            States = folder.Write("q.csv", "1,0\n0.5,-1\n"),
            Stored = folder.Write("x.csv", "1,2\n0,1\n"),
            KeyWeights = folder.Write("w.csv", "0.5,1\n2,-1\n"),
            Causal = true,
            Beta = 0.7,
            Steps = 2,
            Separation = new Sparsemax(),
        });
        Assert.Equal((2, 2, 2), (record.States, record.Stored, record.Columns));
        Assert.Equal([1.0, 2.0], record.Values[..2]);
    }

    [Fact]
    public void Attention_OfAFileThatChanged_IsRefused()
    {
        using var folder = new ScratchFolder();
        var study = new AttentionStudy { States = folder.Write("q.csv", "1,0\n"), Stored = folder.Write("x.csv", "1,2\n") };
        folder.Write("x.csv", "1,3\n");
        Assert.Throws<InvalidDataException>(() => study.Run());
    }
}
