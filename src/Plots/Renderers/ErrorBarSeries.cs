using OxyPlot;
using OxyPlot.Series;

namespace Plots.Renderers;

/// <summary>Error bars with caps, of ends that need not lie evenly about the value; OxyPlot's own are symmetric.</summary>
internal sealed class ErrorBarSeries : XYAxisSeries
{
    private const double CapPixels = 3.5;
    private readonly List<(double X, double Low, double High)> _bars = [];

    internal ErrorBarSeries(OxyColor colour, double floor)
    {
        (Colour, Floor) = (colour, floor);
        RenderInLegend = false;
    }

    /// <summary>Adds a bar, unless an end is unknown; an end that a logarithmic axis cannot show lies on the frame, without a
    /// cap.</summary>
    internal void Add(double x, double value, IReadOnlyList<double>? low, IReadOnlyList<double>? high, int i)
    {
        if ((low is null && high is null) || !double.IsFinite(x) || !double.IsFinite(value)) return;
        double from = low?[i] ?? value, to = high?[i] ?? value;
        if (double.IsFinite(from) && double.IsFinite(to)) _bars.Add((x, from, to));
    }

    private OxyColor Colour { get; }

    private double Floor { get; }

    public override void Render(IRenderContext rc)
    {
        var ends = new List<ScreenPoint>();
        bool isLogarithmic = YAxis.IsLogarithmic();
        foreach (var (x, low, high) in _bars)
        {
            if (isLogarithmic && high <= 0) continue;
            bool onFrame = isLogarithmic && low <= 0;
            var bottom = this.Transform(x, onFrame ? Floor : low);
            var top = this.Transform(x, high);
            ends.AddRange([bottom, top, new(top.X - CapPixels, top.Y), new(top.X + CapPixels, top.Y)]);
            if (!onFrame) ends.AddRange([new(bottom.X - CapPixels, bottom.Y), new(bottom.X + CapPixels, bottom.Y)]);
        }
        if (ends.Count > 0) rc.DrawLineSegments(ends, Colour, 1.2, EdgeRenderingMode.Automatic);
    }
}
