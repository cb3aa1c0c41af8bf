using Hopfield.Numerics;

namespace Hopfield.Patterns;

/// <summary>A gray picture of 8 bits per pixel.</summary>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Width × Height values, row-major from the top left; 0 is black, 255 white.</param>
public sealed record GrayImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Spins of the picture: +1 where a pixel is brighter than the threshold, else −1.</summary>
    /// <param name="threshold">From 0 to 255; there is no default because it decides what the pattern is (published MNIST figures use 127
    /// or 0).</param>
    /// <param name="inkIsDark">Swap the two, for dark drawings on light paper.</param>
    public sbyte[] ToSpins(int threshold, bool inkIsDark = false)
    {
        Check.InRange(threshold, 0, 255, nameof(threshold));
        var spins = new sbyte[Pixels.Length];
        for (int i = 0; i < spins.Length; i++) spins[i] = Pixels[i] > threshold != inkIsDark ? (sbyte)1 : (sbyte)-1;
        return spins;
    }
}
