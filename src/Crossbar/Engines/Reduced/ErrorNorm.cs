namespace Crossbar.Engines.Reduced;

/// <summary>How large an error is against the tolerance.</summary>
internal static class ErrorNorm
{
    /// <summary>max |e_i| / (absolute + relative · max(|a_i|, |b_i|)): the worst node decides, as in SPICE.</summary>
    public static double Worst(ReadOnlySpan<double> error, ReadOnlySpan<double> a, ReadOnlySpan<double> b, double relative, double absolute)
    {
        double worst = 0;
        for (int i = 0; i < error.Length; i++)
        {
            double ratio = Math.Abs(error[i]) / (absolute + relative * Math.Max(Math.Abs(a[i]), Math.Abs(b[i])));
            if (!(ratio <= worst)) worst = ratio;
        }
        return worst;
    }
}
