using Hopfield.Files;
using Studies.Boltzmann;
using Studies.Tests.Support;

namespace Studies.Tests.Boltzmann;

public class BoltzmannStudyTests
{
    /// <summary>Two spins of coupling J and no field: ⟨s₁ s₂⟩ = tanh(J/T).</summary>
    [Fact]
    public void Gibbs_FromItsRecord_IsTheSame_AndTwoSpinsAgreeWithTheirFormula()
    {
        using var folder = new ScratchFolder();
        var record = Rerun.Repeats(new GibbsStudy { File = folder.Write("two.ising", "2 1\n1 2 1\n"), Temperature = 2, Replicas = 100 });
        Assert.Equal((128, 20), (record.Replicas, record.Snapshots));
        double expected = Math.Abs(record.Exact!.Correlations[1]);
        Assert.Equal(Math.Tanh(0.5), expected, 1e-12);
        // 128 independent copies: five standard errors.
        Assert.InRange(Math.Abs(record.Sampled.Correlations[1]), expected - 5 / Math.Sqrt(128), expected + 5 / Math.Sqrt(128));
    }

    [Fact]
    public void Gibbs_Cancelled_KeepsTheSnapshotsTaken()
    {
        using var folder = new ScratchFolder();
        using var source = new CancellationTokenSource();
        var record = new GibbsStudy { File = folder.Write("two.ising", "2 1\n1 2 1\n"), Replicas = 64, Sweeps = 1 }
            .Run(new CancelAtPiece(source, 4), source.Token);
        Assert.Equal((true, 3), (record.Cancelled, record.Snapshots));
    }

    [Fact]
    public void Machine_TrainedSampledAndAsked_FromTheRecords_IsTheSame()
    {
        using var folder = new ScratchFolder();
        var training = Rerun.Repeats(new TrainingStudy { Hidden = 4, Training = new() { Epochs = 3, IsPersistent = true } });
        Assert.Equal((3, "restricted", "enumeration"), (training.Epochs.Count, training.Machine, training.Likelihood!.Method));
        Assert.Equal(20, training.Dreams.Count);
        BoltzmannFolder.Write(folder.Root, training.Trained, training.Pictures.Width, training.Pictures.Height);
        var machine = TrainedMachine.In(folder.Root);

        var sample = Rerun.Repeats(new SampleStudy { Machine = machine, Count = 3, Sweeps = 5 });
        Assert.Equal((3, 3), (sample.States.Count, sample.FreeEnergies.Length));

        var recall = Rerun.Repeats(new CompletionStudy
        {
            Machine = machine,
            Cue = new() { FlippedFraction = 0, Occluded = [0, 0, 5, 12] },
            Sweeps = 2,
        });
        Assert.Equal((60, training.Patterns), (recall.Held, recall.Runs.Count));
    }

    /// <summary>What lies beside the machine does not count; the machine's own files do.</summary>
    [Fact]
    public void Machine_WhoseFilesChanged_IsRefused()
    {
        using var folder = new ScratchFolder();
        var training = new TrainingStudy { Hidden = 0, Training = new() { Epochs = 1 } }.Run();
        BoltzmannFolder.Write(folder.Root, training.Trained, training.Pictures.Width, training.Pictures.Height);
        var machine = TrainedMachine.In(folder.Root);
        folder.Write("notes.txt", "anything");
        Assert.Equal(training.Visible, machine.Read().Machine.Visible);
        File.AppendAllText(folder["machine.json"], "\n");
        Assert.Contains("has changed", Assert.Throws<InvalidDataException>(() => machine.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_CancelledAfterAnEpoch_KeepsTheMachine()
    {
        using var source = new CancellationTokenSource();
        var record = new TrainingStudy().Run(new CancelAtPiece(source, 2), source.Token);
        Assert.True(record is { Cancelled: true, Likelihood: null, Epochs.Count: 2 });
    }
}
