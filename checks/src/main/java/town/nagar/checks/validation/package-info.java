/** Published answers beside ours, and evidence beside what we can say: docs/validation.md. */
@NullMarked
package town.nagar.checks.validation;

import org.jspecify.annotations.NullMarked;
