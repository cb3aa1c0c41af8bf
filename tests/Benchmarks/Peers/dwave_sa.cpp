// Runs the simulated annealing of dwave-samplers on a MAX-CUT graph, for the benchmark "optimisation". Not part of the build; with the path
// of dwave/samplers/sa/src in a clone of github.com/dwavesystems/dwave-samplers as SA:
//   g++ -O3 -std=c++20 -I $SA -o dwave_sa tests/Benchmarks/Peers/dwave_sa.cpp $SA/cpu_sa.cpp
// Usage: dwave_sa GRAPH SWEEPS SECONDS READS SEED. Prints one line per read: processor seconds so far, cut.
// The graph becomes J = +w, which is how users of the sampler pose MAX-CUT; inverse temperatures follow the sampler's default range
// (_default_ising_beta_range in sampler.py) in equal ratios, one per sweep, which is its default schedule.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <vector>
#include "cpu_sa.h"

static double seconds() {
    timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

struct Watch {
    double start, limit;
    std::vector<double> times;
};

static bool stop(void *context) {
    auto watch = static_cast<Watch *>(context);
    watch->times.push_back(seconds() - watch->start);
    return watch->times.back() >= watch->limit;
}

int main(int count, char **arguments) {
    if (count != 6) return 2;
    std::ifstream file(arguments[1]);
    int vertices, edges, sweeps = std::atoi(arguments[2]), reads = std::atoi(arguments[4]);
    if (!(file >> vertices >> edges)) return 2;
    std::vector<int> from(edges), to(edges);
    std::vector<double> weights(edges), h(vertices, 0.0), sum(vertices, 0.0), least(vertices, INFINITY);
    double total = 0;
    for (int e = 0; e < edges; e++) {
        if (!(file >> from[e] >> to[e] >> weights[e])) return 2;
        from[e]--;
        to[e]--;
        total += weights[e];
        for (int v : {from[e], to[e]}) {
            sum[v] += std::fabs(weights[e]);
            if (weights[e] != 0) least[v] = std::min(least[v], std::fabs(weights[e]));
        }
    }
    double smallest = *std::min_element(least.begin(), least.end());
    auto gaps = std::count(least.begin(), least.end(), smallest);
    double hot = std::log(2.0) / (2 * *std::max_element(sum.begin(), sum.end())), cold = std::log(gaps / 0.01) / (2 * smallest);
    std::vector<double> betas(sweeps);
    for (int s = 0; s < sweeps; s++) betas[s] = sweeps == 1 ? cold : hot * std::pow(cold / hot, s / (sweeps - 1.0));
    std::mt19937_64 random(std::atoi(arguments[5]));
    std::vector<std::int8_t> states((size_t)reads * vertices);
    for (auto &spin : states) spin = (random() & 1) ? 1 : -1;
    std::vector<double> energies(reads);
    Watch watch{seconds(), std::atof(arguments[3]), {}};
    int done = dwave::samplers::sa::general_simulated_annealing(
        states.data(), energies.data(), reads, h, from, to, weights, 1, betas, random(), dwave::samplers::sa::Sequential, dwave::samplers::sa::Metropolis, stop, &watch);
    for (int r = 0; r < done; r++) std::printf("%.9f %.0f\n", watch.times[r], (total - energies[r]) / 2);
}
