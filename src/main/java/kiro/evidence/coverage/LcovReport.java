package kiro.evidence.coverage;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Reads the tracefiles of LCOV. `TN` names the test that a record is of, where there is one.
final class LcovReport {
    private LcovReport() {}

    static CoverageReading read(BufferedReader lines, ProjectPaths paths) throws IOException {
        var total = new CoverageDraft(paths);
        var byTest = new HashMap<String, CoverageDraft>();
        String test = "";
        String file = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("TN:")) {
                test = line.substring(3).strip();
            } else if (line.startsWith("SF:")) {
                file = line.substring(3).strip();
            } else if (line.startsWith("DA:")) {
                String[] parts = line.substring(3).split(",");
                long number = Digits.of(parts[0].strip());
                boolean hasRun = parts.length > 1 && Digits.of(parts[1].strip()) > 0;
                total.line(file, number, hasRun);
                if (!test.isEmpty()) {
                    byTest.computeIfAbsent(test, key -> new CoverageDraft(paths))
                            .line(file, number, hasRun);
                }
            } else if (line.startsWith("BRDA:")) {
                branch(line.substring(5), file, total);
            } else if (line.equals("end_of_record")) {
                file = "";
            }
        }
        if (!file.isEmpty()) {
            return new CoverageReading.Damaged("it ends within the record of " + file);
        }
        Map<String, Coverage> told = new HashMap<>();
        byTest.forEach((name, draft) -> told.put(name, draft.coverage()));
        return new CoverageReading.Whole(total.coverage(), told);
    }

    /// `line,block,branch,taken`, where `-` says that the line did not run.
    private static void branch(String text, String file, CoverageDraft total) {
        String[] parts = text.split(",");
        if (parts.length == 4) {
            boolean isTaken = Digits.of(parts[3].strip()) > 0;
            total.branches(file, Digits.of(parts[0].strip()), 1, isTaken ? 1 : 0);
        }
    }
}
