/** Proofs of the page that holds published answers beside ours. */
@NullMarked
package town.nagar.checks.validation;

import org.jspecify.annotations.NullMarked;
