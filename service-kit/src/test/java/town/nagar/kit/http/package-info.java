/** Tests. */
@NullMarked
package town.nagar.kit.http;

import org.jspecify.annotations.NullMarked;
