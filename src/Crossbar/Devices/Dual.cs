namespace Crossbar.Devices;

/// <summary>A number with its derivatives by two variables: exact slopes of long formulas without writing them twice. Source: forward mode
/// of automatic differentiation (Wengert 1964, Commun. ACM 7:463).</summary>
/// <param name="Value">The number.</param>
/// <param name="A">Derivative by the first variable.</param>
/// <param name="B">Derivative by the second.</param>
internal readonly record struct Dual(double Value, double A = 0, double B = 0)
{
    public static implicit operator Dual(double value) => new(value);

    public static Dual operator -(Dual x) => new(-x.Value, -x.A, -x.B);

    public static Dual operator +(Dual x, Dual y) => new(x.Value + y.Value, x.A + y.A, x.B + y.B);

    public static Dual operator -(Dual x, Dual y) => new(x.Value - y.Value, x.A - y.A, x.B - y.B);

    public static Dual operator *(Dual x, Dual y) => new(x.Value * y.Value, x.A * y.Value + x.Value * y.A, x.B * y.Value + x.Value * y.B);

    public static Dual operator /(Dual x, Dual y)
    {
        double value = x.Value / y.Value;
        return new(value, (x.A - value * y.A) / y.Value, (x.B - value * y.B) / y.Value);
    }

    public static Dual Sqrt(Dual x) => Chain(x, Math.Sqrt(x.Value), 0.5 / Math.Sqrt(x.Value));

    public static Dual Exp(Dual x) => Chain(x, Math.Exp(x.Value), Math.Exp(x.Value));

    public static Dual Log(Dual x) => Chain(x, Math.Log(x.Value), 1 / x.Value);

    public static Dual Tanh(Dual x) => Chain(x, Math.Tanh(x.Value), 1 - Math.Tanh(x.Value) * Math.Tanh(x.Value));

    /// <summary>f(x) by the chain rule.</summary>
    private static Dual Chain(Dual x, double value, double slope) => new(value, slope * x.A, slope * x.B);
}
