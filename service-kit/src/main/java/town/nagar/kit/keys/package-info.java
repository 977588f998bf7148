/** Who may write: API keys, kept hashed. */
@NullMarked
package town.nagar.kit.keys;

import org.jspecify.annotations.NullMarked;
