/** How every service answers: errors, request ids, parameters. */
@NullMarked
package town.nagar.kit.http;

import org.jspecify.annotations.NullMarked;
