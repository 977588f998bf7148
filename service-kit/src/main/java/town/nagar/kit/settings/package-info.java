/** What a service is told at its start, read once and checked. */
@NullMarked
package town.nagar.kit.settings;

import org.jspecify.annotations.NullMarked;
