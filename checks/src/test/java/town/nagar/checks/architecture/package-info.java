/** The rules of the layout, checked on the compiled classes. */
@NullMarked
package town.nagar.checks.architecture;

import org.jspecify.annotations.NullMarked;
