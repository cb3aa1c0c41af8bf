using Hopfield.Model;
using Solvers.Problems;

namespace Solvers.Tests.Support;

/// <summary>All states of a small model, and what a problem promises of them.</summary>
internal static class States
{
    /// <summary>Every spin vector; one array, changed from step to step.</summary>
    public static IEnumerable<sbyte[]> All(int size)
    {
        Assert.InRange(size, 1, 18);
        var spins = new sbyte[size];
        for (long state = 0; state < 1L << size; state++)
        {
            for (int i = 0; i < size; i++) spins[i] = (sbyte)((state >> i & 1) * 2 - 1);
            yield return spins;
        }
    }

    /// <summary>
    /// The states of least energy decode to feasible answers with the best score of all; the least energy of every feasible answer is what
    /// the problem says for its score, and no state of that answer lies below.
    /// </summary>
    public static void CheckContract(IProblem problem, IsingModel model)
    {
        double rounding = 1e-9 * (1 + Math.Abs(model.Offset));
        double least = double.PositiveInfinity;
        double? best = null;
        var ground = new List<Solution>();
        var answers = new Dictionary<string, (double Score, double Energy)>();
        foreach (var spins in All(problem.SpinCount))
        {
            double energy = model.Energy(spins);
            var solution = problem.Decode(spins);
            Assert.Equal(solution.Feasible, solution.Score is not null);
            if (energy < least - rounding) ground.Clear();
            if (energy <= least + rounding)
            {
                least = Math.Min(least, energy);
                ground.Add(solution);
            }
            if (solution.Score is not { } score) continue;
            if (best is null || problem.Sense.IsBetter(score, best.Value)) best = score;
            string answer = string.Join(' ', solution.Answer!);
            if (!answers.TryGetValue(answer, out var known) || energy < known.Energy) answers[answer] = (score, energy);
        }
        Assert.NotNull(best);
        Assert.All(ground, solution => Assert.True(solution.Feasible && Math.Abs(solution.Score!.Value - best.Value) < rounding,
            $"a ground state has the score {solution.Score}, the best is {best}: {solution.Violation}"));
        foreach (var (answer, (score, energy)) in answers)
            if (problem.EnergyOf(score) is { } expected)
                Assert.True(Math.Abs(expected - energy) <= rounding,
                    $"answer {answer} of score {score} has the energy {energy}, not {expected}");
    }
}
