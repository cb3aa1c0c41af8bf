using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Tests.Support;

/// <summary>Single-flip descent in random order: the plainest way to a state that no flip improves.</summary>
internal static class Descent
{
    public static sbyte[] Run(IsingModel model, RandomKey key)
    {
        var spins = Spins.Random(model.Size, key);
        var fields = new double[model.Size];
        model.LocalFields(spins, fields);
        var order = Enumerable.Range(0, model.Size).ToArray();
        var stream = key.Fold("order").Stream();
        bool moved = true;
        while (moved)
        {
            moved = false;
            stream.Shuffle<int>(order);
            foreach (int i in order)
            {
                if (spins[i] * fields[i] >= 0) continue;
                model.Couplings.AddRow(i, -2.0 * spins[i], fields);
                spins[i] = (sbyte)-spins[i];
                moved = true;
            }
        }
        return spins;
    }
}
