/** Proofs of the models that benchmarks run. */
@NullMarked
package town.nagar.checks.bench;

import org.jspecify.annotations.NullMarked;
