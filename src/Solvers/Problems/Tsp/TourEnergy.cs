using System.Numerics.Tensors;
using Hopfield.Model;

namespace Solvers.Problems.Tsp;

/// <summary>The energy of Hopfield and Tank for any A, B, C, D and N' as an Ising model: the terms v² of C/2 (S − N')² go into the fields,
/// since v² = v in every corner, and the offset is chosen so that a valid tour has the energy D · length.</summary>
internal static class TourEnergy
{
    /// <summary>n² spins, v = (1 + s)/2. Cost: O(n⁴) memory and time.</summary>
    public static IsingModel Encode(TspInstance instance, double a, double b, double c, double d, double wanted)
    {
        int n = instance.CityCount, size = n * n;
        double[] distances = instance.DistanceMatrix();
        var couplings = new double[size * size];
        for (int x = 0; x < n; x++)
            for (int i = 0; i < n; i++)
            {
                var row = couplings.AsSpan((x * n + i) * size, size);
                row.Fill(-c / 4);
                for (int j = 0; j < n; j++) row[x * n + j] = -(a + c) / 4;
                int next = (i + 1) % n, previous = (i + n - 1) % n;
                for (int y = 0; y < n; y++)
                {
                    if (y == x) continue;
                    row[y * n + i] = -(b + c) / 4;
                    row[y * n + next] = row[y * n + previous] = -(c + d * distances[x * n + y]) / 4;
                }
                row[x * n + i] = 0;
            }
        // Linear coefficient of every v after v² = v.
        double linear = c / 2 - c * wanted;
        var fields = new double[size];
        for (int k = 0; k < size; k++) fields[k] = TensorPrimitives.Sum<double>(couplings.AsSpan(k * size, size)) - linear / 2;
        // What a valid tour has beside D · length is taken off; the rest is what v = (1 + s)/2 splits off.
        double tour = c * n * (n - 1) / 2 + linear * n;
        return new IsingModel(Couplings.Dense(couplings, size), fields,
            size * linear / 2 - TensorPrimitives.Sum<double>(couplings) / 2 - tour);
    }
}
