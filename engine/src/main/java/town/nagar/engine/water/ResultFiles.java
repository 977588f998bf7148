package town.nagar.engine.water;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Reservoir;

/** Writes results as nodes.csv and links.csv, in the units of the network's file. */
final class ResultFiles {
    private final HydraulicResults results;
    private final FileUnits units;
    private final double pressureMetres;

    ResultFiles(HydraulicResults results) {
        this.results = results;
        units = results.network().units();
        pressureMetres = units.pressureMetres(results.network().options().specificGravity());
    }

    /** Both files are whole or not there: each is written under another name and moved. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path nodes = Files.createTempFile(folder, "nodes", ".part");
        Path links = Files.createTempFile(folder, "links", ".part");
        try {
            write(nodes, "time_s,node,head,pressure,demand\n", this::appendNodes);
            write(links, "time_s,link,flow,velocity,headloss,status\n", this::appendLinks);
            Files.move(nodes, folder.resolve("nodes.csv"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(links, folder.resolve("links.csv"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(nodes);
            Files.deleteIfExists(links);
        }
    }

    private interface Rows {
        void append(StringBuilder out, int report);
    }

    private void write(Path file, String heading, Rows rows) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(heading);
            StringBuilder out = new StringBuilder();
            for (int report = 0; report < results.count(); report++) {
                out.setLength(0);
                rows.append(out, report);
                writer.append(out);
            }
        }
    }

    private void appendNodes(StringBuilder out, int report) {
        double metre = units.lengthMetres();
        var nodes = results.network().nodes();
        for (int i = 0; i < nodes.size(); i++) {
            boolean open = nodes.get(i) instanceof Reservoir r && r.pattern().isNone();
            double pressure = open ? 0 : results.pressureMetres(report, i) / pressureMetres;
            appendStart(out, report, nodes.get(i).id());
            appendNumber(out, results.headMetres(report, i) / metre);
            appendNumber(out, pressure);
            appendNumber(out, results.demandM3PerSecond(report, i) / units.flow().m3PerSecond());
            out.append('\n');
        }
    }

    private void appendLinks(StringBuilder out, int report) {
        double metre = units.lengthMetres();
        var links = results.network().links();
        for (int k = 0; k < links.size(); k++) {
            appendStart(out, report, links.get(k).id());
            appendNumber(out, results.flowM3PerSecond(report, k) / units.flow().m3PerSecond());
            appendNumber(out, results.velocityMetresPerSecond(report, k) / metre);
            appendNumber(out, results.headLossMetres(report, k) / metre);
            out.append(',').append(status(report, k)).append('\n');
        }
    }

    /** 0 closed, 1 open, 2 a valve at work. */
    private int status(int report, int link) {
        if (results.isActive(report, link)) {
            return 2;
        }
        return results.isOpen(report, link) ? 1 : 0;
    }

    private void appendStart(StringBuilder out, int report, String id) {
        out.append(results.timeSeconds(report)).append(',').append(id);
    }

    private static void appendNumber(StringBuilder out, double value) {
        out.append(',');
        SignificantDigits.append(out, value);
    }
}
