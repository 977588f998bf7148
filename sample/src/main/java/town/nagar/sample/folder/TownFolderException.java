package town.nagar.sample.folder;

import java.io.IOException;

/** A file of a town, or of what a town is imported from, is not as it should be. */
public final class TownFolderException extends IOException {
    /**
     * @param message file, line and field, what is there and what is allowed; fit for a person
     */
    public TownFolderException(String message) {
        super(message);
    }
}
