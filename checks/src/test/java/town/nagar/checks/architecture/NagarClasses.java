package town.nagar.checks.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludePackageInfos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product's classes, read from each module's own folder so that no class path is shared. */
final class NagarClasses {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private NagarClasses() {}

    static JavaClasses all() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludePackageInfos())
                .importPaths(folders());
    }

    private static List<Path> folders() {
        try (Stream<Path> modules = Files.walk(ROOT, 2)) {
            return modules.filter(path -> Files.exists(path.resolve("pom.xml")))
                    .map(path -> path.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
