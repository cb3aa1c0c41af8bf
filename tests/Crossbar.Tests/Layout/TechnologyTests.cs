using Crossbar.Arrays;
using Crossbar.Planning;
using Crossbar.Planning.Cells;

namespace Crossbar.Tests.Layout;

public class TechnologyTests(ITestOutputHelper output)
{
    public static TheoryData<string> Presets => [.. TechnologyFile.Presets().Select(technology => technology.Name)];

    // ohm/um, ohm per cell of 2F, 4F and 12F, fF per 12F: derived independently from NeuroSim V1.4's Param.cpp, printed to these digits.
    [Theory]
    [InlineData("130nm", 0.41, 0.14, 0.29, 0.86, 0.42)]
    [InlineData("65nm", 1.18, 0.25, 0.50, 1.49, 0.25)]
    [InlineData("45nm", 2.18, 0.35, 0.70, 2.09, 0.19)]
    [InlineData("32nm", 4.66, 0.52, 1.04, 3.13, 0.13)]
    [InlineData("22nm", 9.77, 0.78, 1.56, 4.69, 0.10)]
    [InlineData("14nm", 15.9, 1.02, 2.03, 6.09, 0.08)]
    [InlineData("7nm", 52.1, 2.09, 4.17, 12.5, 0.05)]
    [InlineData("5nm", 111, 3.32, 6.64, 19.9, 0.04)]
    public void Preset_OfANode_HasNeuroSimsResistanceAndCapacitance(string name, double perMicrometre, double passive, double high,
        double wide, double femtofarads)
    {
        var bare = TechnologyFile.Find(name);
        var gated = bare with { Cell = new TransistorCell() };
        void Near(double printed, double ours)
        {
            // Half a unit of the third digit, or of the last one printed where there are fewer.
            Assert.Equal(printed, ours, Math.Max(0.006 * printed, 0.0051));
            output.WriteLine($"{printed} {ours:g5}");
        }

        Near(perMicrometre, bare.WordMetal.OhmsPerMetre() * 1e-6);
        Near(passive, bare.WordSegmentOhms);
        Near(passive, bare.BitSegmentOhms);
        Near(wide, gated.WordSegmentOhms);
        Near(high, gated.BitSegmentOhms);
        Near(femtofarads, gated.WordSegmentFarads * 1e15);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Preset_OfEachName_SaysWhereItsNumbersComeFrom(string name)
    {
        var technology = TechnologyFile.Find(name);
        Assert.True(technology.Source.Length > 20 && technology.Summary.Length > 10);
        Assert.True(technology is { WordSegmentOhms: > 0, BitSegmentOhms: > 0, WordSegmentFarads: > 0, BitSegmentFarads: > 0, CellSquareMetres: > 0 });
    }

    public static TheoryData<string> PresetsWithATable =>
        [.. Presets.Select(row => row.Data).Where(name => TechnologyFile.Find(name).WordMetal.ResistivityOhmMetres is not null)];

    [Theory]
    [MemberData(nameof(PresetsWithATable))]
    public void SizeEffect_WithItsDefaults_MeetsTheTabulatedResistivityWithinElevenPerMille(string name)
    {
        var metal = TechnologyFile.Find(name).WordMetal;
        double model = (metal with { ResistivityOhmMetres = null }).OhmsPerMetre(), table = metal.OhmsPerMetre();
        output.WriteLine($"{name}: model / table = {model / table:f4}");
        Assert.InRange(model / table, 0.989, 1.011);
    }

    [Fact]
    public void Resistivity_OfAWideWireOrPerfectBoundaries_IsThatOfTheBulk()
    {
        var copper = new CopperResistivity();
        Assert.Equal(copper.BulkOhmMetres, copper.OhmMetres(1e-3, 1e-3), 1e-4 * copper.BulkOhmMetres);
        Assert.Equal(copper.BulkOhmMetres, (copper with { GrainReflection = 0 }).OhmMetres(1e-8, 1e-8), 1e-20);
        // Diffuse surfaces alone, to first order in λ/w: 3/8 · 1.2 · λ (1/w + 1/h).
        Assert.Equal(1 + 0.45 * 39.0 / 40 * 2, (copper with { GrainReflection = 0, Specularity = 0 })
            .OhmMetres(40e-9, 40e-9) / copper.BulkOhmMetres, 1e-12);
    }

    [Fact]
    public void Barrier_AppliedProperlyAt22Nanometres_AddsNineteenPerCent()
    {
        var metal = TechnologyFile.Find("22nm").WordMetal;
        double ratio = (metal with { BarrierMetres = 2.5e-9 }).OhmsPerMetre() / metal.OhmsPerMetre();
        Assert.InRange(ratio, 1.17, 1.20);
        Assert.Throws<ArgumentException>(() => (metal with { BarrierMetres = 20e-9 }).OhmsPerMetre());
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Capacitance_OfTheGeometry_IsNeuroSimsFigureWithinTenPerCent(string name)
    {
        // 0.2 fF/µm at every node: with wires as far apart as they are wide and a permittivity of 3 the shape alone gives that.
        var metal = TechnologyFile.Find(name).WordMetal;
        double model = (metal with { FaradsPerMetre = null }).CapacitancePerMetre();
        output.WriteLine($"{name}: {model * 1e9:f3} fF/um");
        Assert.InRange(model / metal.CapacitancePerMetre(), 0.9, 1.1);
    }

    [Fact]
    public void Capacitance_OfAWideWireFarFromOthers_TendsToThatOfAPlate()
    {
        double plate = 3.9 * 8.8541878128e-12 * 30;
        Assert.InRange(WireCapacitance.FaradsPerMetre(30e-6, 1e-6, 10e-6, 1e-6, 3.9) / plate, 1, 1.4);
        // Sakurai and Tamaru's line over a plane, w = t = s = h: 1.15 + 2.80 + (0.06 + 1.66 − 0.14).
        Assert.Equal(5.53 * 8.8541878128e-12, WireCapacitance.FaradsPerMetre(1e-7, 1e-7, 1e-7, 1e-7, 1), 1e-22);
    }

    [Fact]
    public void Area_OfCaisArray_IsThePublishedOne()
    {
        // arXiv 1903.11194 Table S1: 128 × 128 cells of 12F² at 32 nm take 201.30 µm².
        Assert.Equal(201.3e-12, new ArrayPlan(128, 128, TechnologyFile.Find("cai2020")).AreaSquareMetres, 0.05e-12);
        var plan = new ArrayPlan(3, 5, TechnologyFile.Find("cai2020"));
        Assert.Equal((5, 3), (plan.WordLineOhms, plan.BitLineOhms));
        Assert.Equal(new ArrayWires { WordSegmentOhms = 1, BitSegmentOhms = 1 }, plan.Wires);
    }

    [Theory]
    [InlineData("""{ "featureMetres": 4e-8, "metal": { "widthMetres": 4e-8, "aspectRatio": 2 }, "colour": 1 }""", "there is no key 'colour'")]
    [InlineData("""{ "featureMetres": 4e-8, "metal": { "widthMetres": 4e-8, "aspectRatio": 2, "colour": 1 } }""", "there is no key 'metal.colour'")]
    [InlineData("""{ "metal": { "widthMetres": 4e-8, "aspectRatio": 2 } }""", "featureMetres")]
    [InlineData("""{ "featureMetres": 4e-8, "metal": { "aspectRatio": 2 } }""", "widthMetres")]
    [InlineData("{ \"featureMetres\": 4e-8,\n \"metal\": { \"widthMetres\": \"thin\", \"aspectRatio\": 2 } }",
        ":2: the value of 'metal.widthMetres'")]
    [InlineData("""{ "featureMetres": -4e-8, "metal": { "widthMetres": 4e-8, "aspectRatio": 2 } }""", "FeatureMetres must be")]
    [InlineData("""{ "featureMetres": 4e-8, "metal": { "widthMetres": 4e-8, "aspectRatio": 2, "barrierMetres": 3e-8 } }""", "leaves no metal")]
    [InlineData("""{ "featureMetres": 4e-8, "cell": "2t2r", "metal": { "widthMetres": 4e-8, "aspectRatio": 2 } }""", "there is no cell type '2t2r'")]
    [InlineData("""{ "featureMetres": 4e-8, "cellWidthFeatures": 3, "metal": { "widthMetres": 4e-8, "aspectRatio": 2 } }""", "only one of")]
    [InlineData("""{ "featureMetres": 4e-8, "wordSegmentOhms": -1, "metal": { "widthMetres": 4e-8, "aspectRatio": 2 } }""", "WordSegmentOhms must be")]
    [InlineData("{ \"featureMetres\": 4e-8,\n ]", ":2: the JSON is damaged")]
    [InlineData("null", "holds null")]
    public void Read_OfAFileThatIsNoTechnology_NamesFileAndKey(string json, string message)
    {
        string path = Path.Combine(Path.GetTempPath(), $"technology {Guid.NewGuid():n}.json");
        File.WriteAllText(path, json);
        try
        {
            var error = Assert.Throws<InvalidDataException>(() => TechnologyFile.Read(path));
            output.WriteLine(error.Message);
            Assert.StartsWith(path, error.Message);
            Assert.Contains(message, error.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Read_OfAUsersTechnology_TakesEveryKey()
    {
        string path = Path.Combine(Path.GetTempPath(), $"technology {Guid.NewGuid():n}.json");
        File.WriteAllText(path, """
            {
              "name": "mine", "summary": "s", "source": "measured", // comments may stand
              "featureMetres": 50e-9, "cellWidthFeatures": 3, "cellHeightFeatures": 4, "cellFarads": 1e-16,
              "metal": { "widthMetres": 50e-9, "aspectRatio": 2, "resistivityOhmMetres": 5e-8, "faradsPerMetre": 1e-10 },
              "bitMetal": { "widthMetres": 50e-9, "aspectRatio": 1, "resistivityOhmMetres": 5e-8 },
              "bitSegmentFarads": 7e-16,
            }
            """);
        var mine = TechnologyFile.Find(path);
        File.Delete(path);

        Assert.Equal(("mine", "measured"), (mine.Name, mine.Source));
        Assert.Equal(5e-8 / (50e-9 * 100e-9) * 150e-9, mine.WordSegmentOhms, 1e-12);
        Assert.Equal(5e-8 / (50e-9 * 50e-9) * 200e-9, mine.BitSegmentOhms, 1e-12);
        Assert.Equal(1e-10 * 150e-9 + 1e-16, mine.WordSegmentFarads, 1e-24);
        Assert.Equal(7e-16, mine.BitSegmentFarads);
        Assert.Equal(12 * 50e-9 * 50e-9, mine.CellSquareMetres, 1e-24);
    }
}
