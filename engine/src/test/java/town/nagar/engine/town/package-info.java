/** The course on whole towns: a day's balances, policies, threads, restarts, a golden day. */
@NullMarked
package town.nagar.engine.town;

import org.jspecify.annotations.NullMarked;
