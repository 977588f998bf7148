/** Answers of other programs and publishers, read from their files and held beside ours. */
@NullMarked
package town.nagar.checks.reference;

import org.jspecify.annotations.NullMarked;
