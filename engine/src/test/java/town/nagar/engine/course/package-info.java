/** What the numbered tests of all parts are run with: seeds, and steps watched for garbage. */
@NullMarked
package town.nagar.engine.course;

import org.jspecify.annotations.NullMarked;
