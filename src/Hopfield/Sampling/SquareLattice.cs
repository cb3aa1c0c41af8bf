using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>Metropolis sampling of a ±1 square lattice with periodic ends by multi-spin coding: bit r of a site's word is the spin of
/// replica r, so that one bitwise operation works on 512 replicas, and every replica has its own random bits. The two sublattices of a
/// chessboard are visited in turn. Acceptances have 64-bit probabilities: random bits are compared with those of p from the top until every
/// replica has decided, some ten words for 512. Source: Zorn, Herrmann and Rebbi 1981, Comput. Phys. Commun. 23:337; acceptance by bits:
/// Isakov et al. 2015, Comput. Phys. Commun. 192:265.</summary>
public sealed class SquareLattice
{
    /// <summary>Replicas that one word holds.</summary>
    public const int Replicas = 512;

    private readonly Vector512<ulong>[] _spins, _right, _down;
    private readonly RandomBits _bits;
    private ulong _step;

    /// <summary>Starts from random spins.</summary>
    /// <param name="side">Sites per side L, even and at least 4; N = L².</param>
    /// <param name="key">Source of every random choice.</param>
    /// <param name="bonds">2L² couplings ±1, to the right and then downwards for each site, row by row; empty for the ferromagnet, all
    /// +1.</param>
    public SquareLattice(int side, RandomKey key, ReadOnlySpan<sbyte> bonds = default)
    {
        Side = Check.AtLeast(side, 4, nameof(side));
        if (side % 2 != 0) throw new ArgumentException($"side must be even, so that the board has two sublattices, not {side}.",
            nameof(side));
        int sites = side * side;
        if (!bonds.IsEmpty) Check.Length(bonds.Length, 2 * sites, nameof(bonds));
        (_spins, _right, _down) = (new Vector512<ulong>[sites], new Vector512<ulong>[sites], new Vector512<ulong>[sites]);
        _bits = new(key.Fold("lattice"));
        for (int site = 0; site < sites; site++)
        {
            if (!bonds.IsEmpty) (_right[site], _down[site]) = (Sign(bonds[2 * site]), Sign(bonds[2 * site + 1]));
            if (site % 2 == 0) _bits.Step(_step++, out _spins[site], out _spins[site + 1]);
        }

        static Vector512<ulong> Sign(sbyte bond) => bond switch
        {
            1 => Vector512<ulong>.Zero,
            -1 => Vector512<ulong>.AllBitsSet,
            _ => throw new ArgumentException($"A bond is +1 or -1, not {bond}.", nameof(bonds)),
        };
    }

    /// <summary>Sites per side.</summary>
    public int Side { get; }

    /// <summary>Attempted flips so far, all replicas together.</summary>
    public long Attempts { get; private set; }

    /// <summary>Every site of every replica once per sweep.</summary>
    /// <param name="sweeps">How many, at least 0.</param>
    /// <param name="temperature">T, in units of the coupling. Range: &gt; 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sweep(int sweeps, double temperature)
    {
        Check.AtLeast(sweeps, 0, nameof(sweeps));
        // A flip costs 4 with one broken bond and 8 with none: once or twice the same chance.
        double chance = Math.Exp(-4 / Check.Positive(temperature, nameof(temperature)));
        ulong odds = (ulong)Math.Min(chance * Math.Pow(2, 64), ulong.MaxValue);
        for (int sweep = 0; sweep < sweeps; sweep++)
            for (int colour = 0; colour < 2; colour++)
                for (int row = 0; row < Side; row++)
                {
                    int above = (row == 0 ? Side - 1 : row - 1) * Side, here = row * Side, below = (row == Side - 1 ? 0 : row + 1) * Side;
                    for (int column = (row + colour) & 1; column < Side; column += 2)
                    {
                        int left = here + (column == 0 ? Side - 1 : column - 1), right = here + (column == Side - 1 ? 0 : column + 1);
                        int site = here + column;
                        var spin = _spins[site];
                        // 1 where the bond is broken
                        var a = spin ^ _spins[right] ^ _right[site];
                        var b = spin ^ _spins[left] ^ _right[left];
                        var c = spin ^ _spins[below + column] ^ _down[site];
                        var d = spin ^ _spins[above + column] ^ _down[above + column];
                        var x = a ^ b;
                        var y = c ^ d;
                        var twoOrMore = (a & b) | (c & d) | (x & y);
                        var flips = twoOrMore;
                        var first = Chance(odds, ~twoOrMore);
                        flips |= first & (x | y | Chance(odds, first & ~(x | y)));
                        _spins[site] = spin ^ flips;
                    }
                }
        Attempts += (long)sweeps * Side * Side * Replicas;
    }

    /// <summary>The spins of one replica, row by row.</summary>
    public sbyte[] State(int replica)
    {
        Check.InRange(replica, 0, Replicas - 1, nameof(replica));
        return [.. _spins.Select(word => (word[replica / 64] >> (replica % 64) & 1) == 1 ? (sbyte)1 : (sbyte)-1)];
    }

    /// <summary>Energy per site, mean over the replicas.</summary>
    public double MeanEnergyPerSite()
    {
        long broken = 0;
        for (int site = 0; site < _spins.Length; site++)
        {
            int row = site / Side, column = site % Side;
            int right = row * Side + (column + 1) % Side, below = (row + 1) % Side * Side + column;
            broken += Count(_spins[site] ^ _spins[right] ^ _right[site]) + Count(_spins[site] ^ _spins[below] ^ _down[site]);
        }
        return 2.0 * broken / ((double)_spins.Length * Replicas) - 2;
    }

    /// <summary>The same lattice as a model, for one replica at a time.</summary>
    public IsingModel ToModel()
    {
        var pairs = new List<(int, int, double)>();
        for (int site = 0; site < _spins.Length; site++)
        {
            int row = site / Side, column = site % Side;
            pairs.Add((site, row * Side + (column + 1) % Side, _right[site] == Vector512<ulong>.Zero ? 1 : -1));
            pairs.Add((site, (row + 1) % Side * Side + column, _down[site] == Vector512<ulong>.Zero ? 1 : -1));
        }
        return new IsingModel(Couplings.Sparse(_spins.Length, pairs));
    }

    /// <summary>Independent bits, each 1 with probability odds/2⁶⁴, where they are wanted; elsewhere anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Chance(ulong odds, Vector512<ulong> wanted)
    {
        var yes = Vector512<ulong>.Zero;
        for (ulong bit = 1UL << 63; bit != 0 && wanted != Vector512<ulong>.Zero;)
        {
            _bits.Step(_step++, out var r0, out var r1);
            Compare(r0, (odds & bit) != 0, ref wanted, ref yes);
            bit >>= 1;
            Compare(r1, (odds & bit) != 0, ref wanted, ref yes);
            bit >>= 1;
        }
        return yes;

        // u < p is decided at the first bit in which they differ: p has the 1 there.
        static void Compare(Vector512<ulong> random, bool isSet, ref Vector512<ulong> undecided, ref Vector512<ulong> yes)
        {
            if (isSet)
            {
                yes |= undecided & ~random;
                undecided &= random;
            }
            else undecided &= ~random;
        }
    }

    private static int Count(Vector512<ulong> word)
    {
        int count = 0;
        for (int lane = 0; lane < 8; lane++) count += BitOperations.PopCount(word[lane]);
        return count;
    }
}
