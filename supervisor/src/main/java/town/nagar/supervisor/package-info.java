/** The backing servers of one town on one machine: started together, watched, stopped in order. */
@NullMarked
package town.nagar.supervisor;

import org.jspecify.annotations.NullMarked;
