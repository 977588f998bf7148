package town.nagar.engine.agriculture;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.cases.Answer;
import town.nagar.engine.cases.CaseKind;
import town.nagar.engine.cases.CaseObject;

/** The kinds of case of {@link CropCommand}. */
enum CropCase implements CaseKind {
    RESPONSE("Ky") {
        @Override
        Answer answer(CaseObject question) {
            question.ignore("crop");
            double share =
                    YieldResponse.share(question.number("Ky", 0, 5), evaporationShare(question));
            var answer = new Answer().number(YIELD, share);
            if (question.has("expect|Ya/Ym")) {
                answer.expect(YIELD, share, question.number("expect|Ya/Ym", 0, 1));
            }
            return answer;
        }

        private static double evaporationShare(CaseObject question) {
            if (question.has(RATIO)) {
                return question.number(RATIO, 0, 1);
            }
            double demand = question.number("ETm_mm", 1e-6, 1e5);
            return question.number("ETa_mm", 0, demand) / demand;
        }
    },

    RESPONSES("cases") {
        @Override
        Answer answer(CaseObject question) {
            question.ignore("formula|columns");
            List<String> crops = question.rowNames("cases");
            List<double[]> rows = question.namedRows("cases", 3);
            var answer = new Answer();
            for (int n = 0; n < rows.size(); n++) {
                double share = YieldResponse.share(rows.get(n)[0], rows.get(n)[1]);
                String name = crops.get(n).isEmpty() ? "case " + (n + 1) : crops.get(n);
                answer.number(name + " " + YIELD, share).expect(name, share, rows.get(n)[2]);
            }
            return answer;
        }
    },

    SEASON("crop") {
        @Override
        Answer answer(CaseObject question) {
            String name = question.text("crop");
            Crop crop = CropCalendar.find(name).orElseThrow(() -> question.wrong(unknown(name)));
            int days = crop.coefficient().days();
            var soil =
                    new Soil(
                            question.number("field_capacity", 0.01, 0.7, 0.30),
                            question.number("wilting_point", 0, 0.6, 0.15));
            var watering =
                    new CropSeason.Watering(
                            question.number("irrigation_mm", 0, 1e5, 0),
                            question.number("turn_mm", 1e-3, 1e5, 60));
            double[] rain =
                    question.has("rain_mm")
                            ? question.series("rain_mm", 0, 2000, days)
                            : new double[days];
            CropSeason.Harvest harvest =
                    CropSeason.grow(
                            crop,
                            soil,
                            watering,
                            question.series("et0_mm", 0, 30, days),
                            rain,
                            question.number("depletion_at_sowing", 0, 1, 0));
            return told(crop, harvest);
        }

        private static String unknown(String name) {
            return "crop is '%s'; allowed are %s"
                    .formatted(name, CropCalendar.list().stream().map(Crop::name).toList());
        }

        private static Answer told(Crop crop, CropSeason.Harvest harvest) {
            return new Answer()
                    .text("crop", crop.name())
                    .text("season", crop.season().name())
                    .text("sowing", crop.sowing().toString().substring(2))
                    .number("days", crop.coefficient().days())
                    .number("ETm_mm", harvest.demandMillimetres())
                    .number("ETa_mm", harvest.drunkMillimetres())
                    .number("drained_mm", harvest.drainedMillimetres())
                    .number("irrigated_mm", harvest.irrigatedMillimetres())
                    .number("stressed_days", harvest.stressedDays())
                    .number(YIELD, harvest.yieldShare());
        }
    },

    ALLOTMENT("allotment_m3") {
        @Override
        Answer answer(CaseObject question) {
            var worth = new ArrayList<Double>();
            var need = new ArrayList<Double>();
            for (CaseObject field : question.objects("fields")) {
                worth.add(field.number("worth_per_m3", 0, 1e12));
                need.add(field.number("need_m3", 0, 1e12));
                field.refuseUnknown();
            }
            double[] given = new double[worth.size()];
            double left =
                    new Irrigation(given.length)
                            .allot(
                                    question.number("allotment_m3", 0, 1e12),
                                    worth.stream().mapToDouble(w -> w).toArray(),
                                    need.stream().mapToDouble(n -> n).toArray(),
                                    given);
            return new Answer().numbers("given_m3", given).number("left_m3", left);
        }
    };

    private static final String YIELD = "Ya/Ym";
    private static final String RATIO = "ETa/ETm";

    private final String mark;

    CropCase(String mark) {
        this.mark = mark;
    }

    @Override
    public List<String> marks() {
        return List.of(mark);
    }

    abstract Answer answer(CaseObject question);

    @Override
    public Answer solve(CaseObject question) {
        Answer answer = answer(question);
        question.refuseUnknown();
        return answer;
    }
}
