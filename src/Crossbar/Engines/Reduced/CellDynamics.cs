using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Crossbar.Engines.Reduced;

/// <summary>Nodes and memristors together: y = (u, lagging outputs, cell states from 0 to 1), C du/dt = linear part − Σ I(v, x) of the
/// cells at the node, dx/dt = F(v, x). A state at an end of its range stays there while it is pushed outwards. One object per run; no
/// allocation after construction.</summary>
internal sealed class CellDynamics : ITransientDynamics
{
    private readonly ReducedModel _model;
    private readonly CellModel _cells;
    private readonly ReducedDynamics _nodes;
    private readonly double[] _portVolts, _portAmperes, _portSlope;
    private readonly int[] _portColumn;

    public CellDynamics(ReducedModel model, CellModel cells, ReducedDynamics nodes)
    {
        (_model, _cells, _nodes) = (model, cells, nodes);
        Batches = [.. cells.Groups.Select(group => new CellBatch(group))];
        int ports = cells.Ports.Length;
        (_portVolts, _portAmperes, _portSlope, _portColumn) = (new double[ports], new double[ports], new double[ports], new int[ports]);
    }

    /// <summary>Number of nodes and lagging outputs, which come before the cells' states.</summary>
    public int NodeOrder => _nodes.Order;

    public int Order => _nodes.Order + _cells.StateCount;
    public double[] Signals => _nodes.Signals;

    public CellBatch[] Batches { get; }

    /// <summary>Nodes at which cells end.</summary>
    public NodePlace[] Ports => _cells.Ports;

    public void Rate(double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        RateBeyondEnds(t, y, rate);
        for (int i = NodeOrder; i < y.Length; i++)
            if (y[i] >= 1 ? rate[i] > 0 : y[i] <= 0 && rate[i] < 0) rate[i] = 0;
    }

    /// <summary>The same, with states at an end or beyond it moving on as the device would move them there.</summary>
    public void RateBeyondEnds(double t, ReadOnlySpan<double> y, Span<double> rate)
    {
        _nodes.Rate(t, y[..NodeOrder], rate[..NodeOrder]);
        Conduct(y);
        for (int p = 0; p < Ports.Length; p++)
            if (Ports[p].State is var state and >= 0) rate[state] -= _portAmperes[p] / _model.Farads[state];
        foreach (var batch in Batches) batch.Move(Own(rate, batch));
    }

    public void Observe(double t, ReadOnlySpan<double> y, Span<double> scratch)
    {
        _nodes.Observe(t, y[..NodeOrder], scratch[..NodeOrder]);
        Conduct(y);
    }

    public double DeliveredWatts(ReadOnlySpan<double> y)
    {
        double watts = _nodes.DeliveredWatts(y[..NodeOrder]);
        for (int p = 0; p < Ports.Length; p++)
            if (Ports[p].Signal >= 0) watts += _portVolts[p] * _portAmperes[p];
        return watts;
    }

    /// <summary>Heat in all cells at the latest evaluation, W.</summary>
    public double CellWatts()
    {
        double watts = 0;
        foreach (var batch in Batches)
            for (int c = 0; c < batch.Volts.Length; c++) watts += batch.Volts[c] * batch.Amperes[c];
        return watts;
    }

    /// <summary>Largest current of any cell at the latest evaluation, A.</summary>
    public double LargestCellAmperes() => Batches.Max(batch => Math.Abs(TensorPrimitives.MaxMagnitude<double>(batch.Amperes)));

    /// <summary>Slopes of all cells, and ∂(du/dt)/∂y of the nodes without the cells, at (t, y).</summary>
    /// <param name="t">Time, s.</param>
    /// <param name="y">States.</param>
    /// <param name="nodeJacobian">Receives NodeOrder × NodeOrder numbers, row-major.</param>
    /// <param name="scratch">As long as y.</param>
    public void Linearize(double t, ReadOnlySpan<double> y, double[] nodeJacobian, Span<double> scratch)
    {
        _nodes.Rate(t, y[..NodeOrder], scratch[..NodeOrder]);
        _nodes.Jacobian(t, y[..NodeOrder], nodeJacobian);
        PlacePorts(y);
        for (int p = 0; p < Ports.Length; p++) (_portColumn[p], _portSlope[p]) = Dependence(Ports[p]);
        foreach (var batch in Batches) batch.Linearize(_portVolts, Own(y, batch));
    }

    /// <summary>Change of the voltage across a cell for a change of the nodes, to first order, as of the latest linearisation.</summary>
    public double VoltsChange(ReadOnlySpan<double> nodes, int plus, int minus) =>
        (_portColumn[plus] is var p and >= 0 ? _portSlope[plus] * nodes[p] : 0)
        - (_portColumn[minus] is var m and >= 0 ? _portSlope[minus] * nodes[m] : 0);

    /// <summary>What a current through a cell, from plus to minus, does to the rates of the nodes.</summary>
    public void AddCurrent(Span<double> rate, int plus, int minus, double amperes)
    {
        if (Ports[plus].State is var from and >= 0) rate[from] -= amperes / _model.Farads[from];
        if (Ports[minus].State is var to and >= 0) rate[to] += amperes / _model.Farads[to];
    }

    /// <summary>By the eigenvalues of the nodes' Jacobian, with the cells' states held: they move at leisure, the nodes do not.</summary>
    public bool IsStable(double t, ReadOnlySpan<double> y, double[] workspace)
    {
        int m = NodeOrder;
        if (m == 0) return true;
        var jacobian = new double[m * m];
        Linearize(t, y, jacobian, new double[y.Length]);
        foreach (var batch in Batches)
            for (int c = 0; c < batch.Volts.Length; c++)
                AddConductance(jacobian, batch.Group.Plus[c], batch.Group.Minus[c], batch.Siemens[c]);
        return Matrix<double>.Build.Dense(m, m, (i, j) => jacobian[i * m + j]).Evd().EigenValues.All(value => value.Real < 0);
    }

    /// <summary>Adds what a conductance between two ports does to the nodes' Jacobian, as of the latest linearisation.</summary>
    public void AddConductance(double[] jacobian, int plus, int minus, double siemens)
    {
        AddRow(jacobian, Ports[plus].State, plus, minus, -siemens);
        AddRow(jacobian, Ports[minus].State, plus, minus, siemens);
    }

    private void AddRow(double[] jacobian, int row, int plus, int minus, double siemens)
    {
        if (row < 0) return;
        double perFarad = siemens / _model.Farads[row];
        if (_portColumn[plus] is var p and >= 0) jacobian[row * NodeOrder + p] += perFarad * _portSlope[plus];
        if (_portColumn[minus] is var m and >= 0) jacobian[row * NodeOrder + m] -= perFarad * _portSlope[minus];
    }

    /// <summary>On which node or lagging output the voltage of a port depends, −1 for none, and by how much.</summary>
    private (int Column, double Slope) Dependence(NodePlace place)
    {
        if (place.State >= 0) return (place.State, 1);
        if (place.Signal < 0) return (-1, 0);
        var (column, slope) = _nodes.Dependence(place.Signal);
        return (column, place.Sign * slope);
    }

    /// <summary>The part of y, or of its rate, that belongs to a batch.</summary>
    public Span<double> Own(Span<double> y, CellBatch batch) => y.Slice(NodeOrder + batch.Group.Offset, batch.Group.Start.Length);

    private ReadOnlySpan<double> Own(ReadOnlySpan<double> y, CellBatch batch) =>
        y.Slice(NodeOrder + batch.Group.Offset, batch.Group.Start.Length);

    private void Conduct(ReadOnlySpan<double> y)
    {
        PlacePorts(y);
        Array.Clear(_portAmperes);
        foreach (var batch in Batches)
        {
            batch.Conduct(_portVolts, Own(y, batch));
            int[] plus = batch.Group.Plus, minus = batch.Group.Minus;
            for (int c = 0; c < plus.Length; c++)
            {
                _portAmperes[plus[c]] += batch.Amperes[c];
                _portAmperes[minus[c]] -= batch.Amperes[c];
            }
        }
    }

    private void PlacePorts(ReadOnlySpan<double> y)
    {
        for (int p = 0; p < Ports.Length; p++)
        {
            var place = Ports[p];
            _portVolts[p] = place.State >= 0 ? y[place.State] : place.Signal >= 0 ? place.Sign * Signals[place.Signal] : 0;
        }
    }
}
