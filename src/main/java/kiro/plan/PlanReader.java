package kiro.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.finding.Finding;
import kiro.spec.CriterionId;
import kiro.spec.SpecName;
import kiro.text.SourceSpan;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;

/// Reads the Markdown form of a plan. Steps are numbered anew in the order they stand in, so that a
/// person may add, remove and move them freely.
public final class PlanReader {
    static final String NONE = "none";

    private static final Pattern TITLE = Pattern.compile("#\\s+(?:Plan:\\s*)?(.+?)\\s*");
    private static final Pattern STEP =
            Pattern.compile("\\s{0,3}\\d+[.)]\\s+(?:\\[(.?)]\\s*)?(.*?)\\s*");
    private static final Pattern FIELD = Pattern.compile("\\s*[-*]\\s+([A-Za-z]+):\\s*(.*?)\\s*");
    private static final Pattern NOTE = Pattern.compile("\\s*[-*]\\s+(.+?)\\s*");

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String title = "";
    private String task = "";
    private Optional<SpecName> spec = Optional.empty();
    private boolean isInNotes;

    private PlanReader(String file) {
        this.file = file;
    }

    /// Reads a plan.
    ///
    /// @param file the name of the file, for messages
    public static PlanReading read(String file, String text) {
        var reader = new PlanReader(file);
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.line(i + 1, lines[i]);
        }
        return reader.reading();
    }

    private void line(int number, String line) {
        Matcher title = TITLE.matcher(line);
        Matcher step = STEP.matcher(line);
        Matcher field = FIELD.matcher(line);
        Matcher note = NOTE.matcher(line);
        if (line.startsWith("##")) {
            isInNotes = line.toLowerCase(Locale.ROOT).contains("notes");
        } else if (title.matches()) {
            this.title = title.group(1);
        } else if (isInNotes && note.matches()) {
            notes.add(note.group(1));
        } else if (!isInNotes && step.matches()) {
            begin(number, line, step);
        } else if (!isInNotes && field.matches()) {
            field(number, line, field.group(1).toLowerCase(Locale.ROOT), field.group(2));
        } else if (!line.isBlank() && !isInNotes) {
            problem(
                    number,
                    line,
                    "this line is no step and no field",
                    "write a step as '1. [ ] what to do', or remove the line");
        }
    }

    private void begin(int number, String line, Matcher step) {
        String mark = step.group(1) == null ? " " : step.group(1);
        Optional<StepStatus> status = status(mark);
        if (status.isEmpty()) {
            problem(
                    number,
                    line,
                    "'[" + mark + "]' is no state of a step",
                    "use [ ] open, [x] done, [~] skipped, [!] failed");
        }
        if (step.group(2).isEmpty()) {
            problem(
                    number,
                    line,
                    "the step says nothing",
                    "write what it does, or remove the line");
        }
        steps.add(
                new Step(
                        steps.size() + 1,
                        step.group(2),
                        List.of(),
                        Risk.MEDIUM,
                        List.of(),
                        status.orElse(StepStatus.PENDING)));
    }

    private void field(int number, String line, String name, String value) {
        switch (name) {
            case "task" -> task = value;
            case "spec" -> specName(number, line, value);
            case "files" -> files(number, line, value);
            case "risk" -> risk(number, line, value);
            case "criteria" -> criteria(number, line, value);
            default ->
                    problem(
                            number,
                            line,
                            "'" + name + "' is no field of a plan",
                            "use Files, Risk or Criteria below a step");
        }
    }

    private void specName(int number, String line, String value) {
        try {
            spec = Optional.of(new SpecName(value.replace("`", "")));
        } catch (IllegalArgumentException wrong) {
            problem(
                    number,
                    line,
                    "'" + value + "' is no name of a spec",
                    "write the spec's file name without .md");
        }
    }

    private void files(int number, String line, String value) {
        var paths = new ArrayList<WorkspacePath>();
        for (String path : listed(value)) {
            try {
                paths.add(WorkspacePath.of(path));
            } catch (IllegalArgumentException outside) {
                problem(
                        number,
                        line,
                        "'" + path + "' is no path inside the workspace",
                        "write paths relative to the project's root, with '/'");
            }
        }
        change(
                number,
                line,
                step ->
                        new Step(
                                step.number(),
                                step.action(),
                                paths,
                                step.risk(),
                                step.criteria(),
                                step.status()));
    }

    private void risk(int number, String line, String value) {
        try {
            Risk risk = Risk.valueOf(value.toUpperCase(Locale.ROOT));
            change(number, line, step -> step.withRisk(risk));
        } catch (IllegalArgumentException unknown) {
            problem(number, line, "'" + value + "' is no risk", "use low, medium or high");
        }
    }

    private void criteria(int number, String line, String value) {
        var ids = new ArrayList<CriterionId>();
        for (String id : listed(value)) {
            try {
                ids.add(new CriterionId(id));
            } catch (IllegalArgumentException wrong) {
                problem(
                        number,
                        line,
                        "'" + id + "' is no criterion id",
                        "write ids such as AC-1, separated by commas");
            }
        }
        change(
                number,
                line,
                step ->
                        new Step(
                                step.number(),
                                step.action(),
                                step.targets(),
                                step.risk(),
                                ids,
                                step.status()));
    }

    private void change(int number, String line, java.util.function.UnaryOperator<Step> change) {
        if (steps.isEmpty()) {
            problem(
                    number,
                    line,
                    "this field stands above the first step",
                    "put it below the step it belongs to");
            return;
        }
        steps.set(steps.size() - 1, change.apply(steps.getLast()));
    }

    private PlanReading reading() {
        if (steps.isEmpty()) {
            findings.add(
                    Finding.error(
                            "plan/no-steps",
                            file,
                            SourceSpan.start(),
                            "the plan has no steps",
                            "write at least one, as '1. [ ] what to do'"));
        }
        if (!findings.isEmpty()) {
            return new PlanReading.Broken(findings);
        }
        return new PlanReading.Whole(
                new Plan(title.isEmpty() ? "Plan" : title, task, spec, steps, notes));
    }

    private void problem(int number, String line, String message, String fix) {
        findings.add(
                Finding.error(
                        "plan/syntax",
                        file,
                        SourceSpan.ofLine(number, line.length()),
                        message,
                        fix));
    }

    private static List<String> listed(String value) {
        var items = new ArrayList<String>();
        for (String item : value.split(",")) {
            String name = item.replace("`", "").strip();
            if (!name.isEmpty() && !name.equalsIgnoreCase(NONE)) {
                items.add(name);
            }
        }
        return items;
    }

    private static Optional<StepStatus> status(String mark) {
        return switch (mark) {
            case " ", "" -> Optional.of(StepStatus.PENDING);
            case "-" -> Optional.of(StepStatus.RUNNING);
            case "x", "X" -> Optional.of(StepStatus.DONE);
            case "!" -> Optional.of(StepStatus.FAILED);
            case "~" -> Optional.of(StepStatus.SKIPPED);
            default -> Optional.empty();
        };
    }
}
