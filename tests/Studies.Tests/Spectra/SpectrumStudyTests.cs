using Hopfield.Learning;
using Studies.Spectra;
using Studies.Tests.Support;

namespace Studies.Tests.Spectra;

public class SpectrumStudyTests
{
    /// <summary>The pseudoinverse with its diagonal is a projection: as many ones as pictures, zeros beyond.</summary>
    [Fact]
    public void Spectrum_FromItsRecord_IsTheSame_AndAProjectionsIsOnesAndZeros()
    {
        var record = Rerun.Repeats(new SpectrumStudy
        {
            Rules = [new HebbRule(), new RidgeRule { Penalty = 0.3 }, new PseudoinverseRule()],
            KeepDiagonal = true,
        });
        var projection = record.Rules[2];
        Assert.Equal(record.Patterns, projection.Rank);
        Assert.Equal(Enumerable.Range(0, record.Size).Select(k => k < record.Patterns ? 1.0 : 0),
            projection.Eigenvalues.Select(value => Math.Round(value, 9)));
        Assert.Equal(record.Patterns * (record.Patterns - 1) / 2, record.InnerProducts.Length);
    }

    [Fact]
    public void Spectrum_OfNoRule_IsRefused() => Assert.Throws<ArgumentException>(() => new SpectrumStudy { Rules = [] });
}
