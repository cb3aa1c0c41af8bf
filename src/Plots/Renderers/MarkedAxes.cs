using OxyPlot.Axes;
using Plots.Drawing;

namespace Plots.Renderers;

/// <summary>A linear axis that carries given marks and no others.</summary>
internal sealed class MarkedLinearAxis(AxisMarks marks) : LinearAxis
{
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues,
        out IList<double> minorTickValues) => (majorLabelValues, majorTickValues, minorTickValues) = (marks.Positions, marks.Positions, []);

    protected override string FormatValueOverride(double x) => marks.LabelAt(x);
}

/// <summary>A logarithmic axis that carries given marks and no others.</summary>
internal sealed class MarkedLogarithmicAxis(AxisMarks marks) : LogarithmicAxis
{
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues,
        out IList<double> minorTickValues) => (majorLabelValues, majorTickValues, minorTickValues) = (marks.Positions, marks.Positions, []);

    protected override string FormatValueOverride(double x) => marks.LabelAt(x);
}
