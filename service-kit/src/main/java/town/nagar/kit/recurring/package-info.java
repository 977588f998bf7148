/** What a service does again and again beside its requests. */
@NullMarked
package town.nagar.kit.recurring;

import org.jspecify.annotations.NullMarked;
