package town.nagar.engine.air;

import java.io.PrintStream;
import java.util.List;
import town.nagar.engine.cases.CaseCommand;

/** The command {@code engine dispersion}: concentrations of the cases of a file. */
public final class DispersionCommand {
    private static final String HELP =
            """
            Concentrations downwind of a point, a road, an area or a puff.

              engine dispersion --case FILE.json [--json]

            FILE is one case, or an object of named cases; a case is an object with
              Q_g_s (or Q)          g/s of a point, or
              q_g_m_s               g/s of a metre of road across the wind, or
              q_g_m2_s              g/s of a square metre of an area, or
              mass_g                g of a puff let go at x = 0
            and
              u (or wind_m_s)       wind, m/s, above 0
              H (or height_m)       height of release, m (0)
              class                 A to F, alone or after the curves: "Briggs urban D"; may be left
                                    out if the case's name ends so: P2_Briggs_urban_D
              curves                pasquill_gifford, briggs_rural or briggs_urban, if class does not
                                    say (pasquill_gifford)
              mixing_height_m       lid over the air, m (none)
              receptors             [[x_m, y_m, z_m], ...]; y and z may be left out (0)
            of a road also
              Lh (or half_length_m) half its length, m (without end)
              receptor_z            height of receptors that give none, m (0)
              road_width_m          carriageway, for the zone that traffic mixes (no such zone)
            of an area also
              side_m                of its square, m; x = 0 is its middle
              initial_sigma_z_m     above 0, m (2)
            of a puff also
              seconds               since it was let go, above 0
            A case may give the receptors with what it expects, met within 0.1 %:
              expect                [[x_km, sigma_y_m, sigma_z_m, C_g_m3], ...] of a point
              expect_x_y_z_C_g_m3   of a point, an area or a puff
              expect_x_Cinf_Cfin_ug_m3  of a road; Cfin may be left out
            Fields for readers alone: source, note, from, columns, sigma_y, sigma_z.

            Answers a row a receptor: x_m, y_m, z_m, sigma_y_m, sigma_z_m, C_g_m3 and, of roads,
            Cinf_ug_m3 and Cfin_ug_m3. Exit status: 0 done, 1 an expectation was not
            met, 2 bad arguments or a bad file.
            """;

    private DispersionCommand() {}

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     * @return 0 done, 1 an expectation was not met, 2 bad arguments or a bad file
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new CaseCommand("engine dispersion", HELP, List.of(DispersionCase.values()))
                .run(args, out, err);
    }
}
