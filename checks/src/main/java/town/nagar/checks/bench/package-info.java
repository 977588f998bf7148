/** Benchmarks that anyone can run again: {@code ./nagar bench NAME}. */
@NullMarked
package town.nagar.checks.bench;

import org.jspecify.annotations.NullMarked;
