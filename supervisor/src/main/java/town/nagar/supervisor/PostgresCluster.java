package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.binaries.DebianPackages;
import town.nagar.supervisor.processes.Rights;
import town.nagar.supervisor.processes.SystemTools;

/**
 * The data folder of one major version of PostgreSQL.
 *
 * @param user its superuser, and the name of its database
 */
record PostgresCluster(Choice programs, Path data, String user) {
    private static final long LONGEST_SECONDS = 120;

    /** Creates superuser and database; does nothing if the folder is there. */
    void createOnce(String password) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        DebianPackages.deleteTree(unfinished);
        Files.createDirectories(unfinished);
        Path passwordFile = data.resolveSibling("password.once");
        new PropertyFile(passwordFile).write(Map.of());
        try {
            Files.writeString(passwordFile, password + "\n");
            giveToNobodyIfRoot(unfinished);
            giveToNobodyIfRoot(passwordFile);
            initialise(unfinished, passwordFile);
            createDatabase(unfinished);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void giveToNobodyIfRoot(Path path) throws IOException {
        if (SystemTools.isRoot()) {
            Files.setAttribute(path, "unix:uid", Rights.NOBODY);
            Files.setAttribute(path, "unix:gid", Rights.NOBODY);
        }
    }

    private void initialise(Path folder, Path passwordFile) throws IOException {
        run(
                List.of(
                        programs.folder().resolve("initdb").toString(),
                        "--pgdata=" + folder,
                        "--username=" + user,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-instructions"));
    }

    /** By the server's single-user mode, which needs neither network nor password. */
    private void createDatabase(Path folder) throws IOException {
        Path statement = folder.resolve("create.sql");
        Files.writeString(statement, "CREATE DATABASE %s%n".formatted(user));
        run(
                List.of(
                        "/bin/sh",
                        "-c",
                        "exec \"$0\" --single -D \"$1\" postgres < \"$2\"",
                        programs.folder().resolve("postgres").toString(),
                        folder.toString(),
                        statement.toString()));
        Files.delete(statement);
    }

    private void run(List<String> command) throws IOException {
        List<String> withLibraries = new ArrayList<>(List.of("env"));
        programs.environment().forEach((key, value) -> withLibraries.add(key + "=" + value));
        withLibraries.addAll(command);
        SystemTools.run(data.resolveSibling(""), LONGEST_SECONDS, Rights.asNobody(withLibraries));
    }
}
