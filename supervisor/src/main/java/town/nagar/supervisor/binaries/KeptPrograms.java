package town.nagar.supervisor.binaries;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Programs that are unpacked once for all data folders of a build.
 *
 * <p>A data folder gets hard links to their files, so that it stays whole when the build is
 * cleaned, and copies where the file system allows no links.
 *
 * @param kept the folder of them all
 */
public record KeptPrograms(Path kept) {
    /** Makes a folder that is not there yet. */
    @FunctionalInterface
    interface Maker {
        void make(Path folder) throws IOException;
    }

    /**
     * Brings programs into a folder, unless it is there already.
     *
     * @param key what the programs are, and their version if that may change
     * @throws IOException if they can't be made; the folder is then not there
     */
    void bring(String key, Path folder, Maker maker) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path source = kept.resolve(key);
        if (Files.isDirectory(source) || isWritable()) {
            make(source, maker);
            make(folder, made -> link(source, made));
        } else {
            make(folder, maker);
        }
    }

    private boolean isWritable() {
        try {
            return Files.isWritable(Files.createDirectories(kept));
        } catch (IOException e) {
            return false;
        }
    }

    /** The folder appears only when it is complete; another process may be faster. */
    private static void make(Path folder, Maker maker) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = Files.createDirectories(folder.toAbsolutePath().resolveSibling(""));
        Path unfinished = Files.createTempDirectory(parent, "unfinished-");
        try {
            Path made = unfinished.resolve(folder.getFileName());
            maker.make(made);
            move(made, folder);
        } finally {
            DebianPackages.deleteTree(unfinished);
        }
    }

    private static void move(Path made, Path folder) throws IOException {
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void link(Path source, Path folder) throws IOException {
        Files.walkFileTree(
                source,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path from, BasicFileAttributes attributes) throws IOException {
                        Path to = folder.resolve(source.relativize(from));
                        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
                            throws IOException {
                        linkFile(from, folder.resolve(source.relativize(from)), attributes);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void linkFile(Path from, Path to, BasicFileAttributes attributes)
            throws IOException {
        if (attributes.isSymbolicLink()) {
            Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
            return;
        }
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException e) { // another disk or owner
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
