package town.nagar.sample.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import town.nagar.contracts.places.Point;

/** The shortest tree of pipes over some sites (Prim 1957), each pipe wide enough for the peak. */
final class PipeTree {
    /** Where water is wanted, on average. */
    record Site(String id, Point point, double demandLps) {
        /** The same site, where nothing is drawn. */
        Site without() {
            return new Site(id, point, 0);
        }
    }

    record Branch(Site from, Site to, double lengthM, int diameterMm) {}

    private final List<Site> sites;
    private final ToDoubleBiFunction<Point, Point> lengthM;
    private final Map<Site, Site> parents = new HashMap<>();
    private final List<Site> outwards = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final Map<String, Double> lossM = new HashMap<>();

    private PipeTree(List<Site> sites, ToDoubleBiFunction<Point, Point> lengthM) {
        this.sites = sites;
        this.lengthM = lengthM;
    }

    /**
     * @param sites the first is the root
     * @param peakFactor the greatest demand as a multiple of the average
     */
    static PipeTree over(
            List<Site> sites,
            ToDoubleBiFunction<Point, Point> lengthM,
            double peakFactor,
            double mostLossMAKm) {
        PipeTree tree = new PipeTree(sites, lengthM);
        tree.grow();
        tree.size(peakFactor, mostLossMAKm);
        return tree;
    }

    private void grow() {
        Site root = sites.getFirst();
        Map<Site, Site> nearest = new HashMap<>();
        sites.forEach(site -> nearest.put(site, root));
        List<Site> left = new ArrayList<>(sites.subList(1, sites.size()));
        while (!left.isEmpty()) {
            Site next = left.getFirst();
            for (Site candidate : left) {
                if (reach(candidate, nearest) < reach(next, nearest)) {
                    next = candidate;
                }
            }
            left.remove(next);
            outwards.add(next);
            parents.put(next, Objects.requireNonNull(nearest.get(next)));
            for (Site other : left) {
                if (lengthBetween(next, other) < reach(other, nearest)) {
                    nearest.put(other, next);
                }
            }
        }
    }

    private double reach(Site site, Map<Site, Site> nearest) {
        return lengthBetween(Objects.requireNonNull(nearest.get(site)), site);
    }

    private double lengthBetween(Site a, Site b) {
        return lengthM.applyAsDouble(a.point(), b.point());
    }

    private void size(double peakFactor, double mostLossMAKm) {
        Map<Site, Double> flowLps = new HashMap<>();
        for (Site site : outwards.reversed()) {
            double own = flowLps.merge(site, site.demandLps(), Double::sum);
            flowLps.merge(parent(site), own, Double::sum);
        }
        lossM.put(sites.getFirst().id(), 0.0);
        for (Site site : outwards) {
            double peakLps = Objects.requireNonNull(flowLps.get(site)) * peakFactor;
            double length = lengthBetween(parent(site), site);
            int diameterMm = PipeSizes.diameterMm(peakLps, mostLossMAKm);
            branches.add(new Branch(parent(site), site, length, diameterMm));
            lossM.put(
                    site.id(),
                    peakLossM(parent(site).id()) + PipeSizes.lossM(peakLps, length, diameterMm));
        }
    }

    private Site parent(Site site) {
        return Objects.requireNonNull(parents.get(site));
    }

    /** The pipes from the root outwards. */
    List<Branch> branches() {
        return List.copyOf(branches);
    }

    /** Head lost between the root and a site at the peak, in metres. */
    double peakLossM(String site) {
        return Objects.requireNonNull(lossM.get(site));
    }

    /** At most so many short pipes between ends of the tree, each with its own second end. */
    List<Branch> loops(int most) {
        List<Branch> loops = new ArrayList<>();
        Set<Site> used = new HashSet<>(parents.values());
        for (Site end : outwards.reversed()) {
            if (loops.size() < most && used.add(end)) {
                nearestEnd(end, used)
                        .ifPresent(other -> {
                            used.add(other);
                            loops.add(
                                    new Branch(
                                            end,
                                            other,
                                            lengthBetween(end, other),
                                            PipeSizes.LEAST_MM));
                        });
            }
        }
        return loops;
    }

    private Optional<Site> nearestEnd(Site end, Set<Site> used) {
        return outwards.stream()
                .filter(site -> !used.contains(site) && !parent(site).equals(parent(end)))
                .min(Comparator.comparingDouble(site -> lengthBetween(end, site)));
    }
}
