package kiro.model.builtin.write;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaFile;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Gives the tests of a project a clock that they can move.
final class ClockWriter {
    private static final Pattern REAL =
            Pattern.compile(
                    "\\b(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime)\\.now\\(\\)");
    private static final Pattern SYSTEM =
            Pattern.compile("\\bClock\\.system(UTC|DefaultZone)\\(\\)");

    private final Workshop workshop;
    private final SpringProject project;

    ClockWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// Starts each test in a time of its own, so far ahead that no limit is left over from another.
    void clock(TestCode code, Duration window, ProjectType neighbour) {
        ProjectType root = project.application().orElse(neighbour);
        String folder = Workshop.folder(root).replace("src/main/", "src/test/");
        boolean isRunning = isRunning(folder + "MovableClock.java");
        if (!workshop.draft().exists(folder + "MovableClock.java")) {
            create(folder, "MovableClock", isRunning ? "RunningClock" : "MovableClock", root);
            create(
                    folder,
                    "MovableClockConfig",
                    isRunning ? "RunningClockConfig" : "MovableClockConfig",
                    root);
        }
        String config = folder + "MovableClockConfig.java";
        boolean isConfined =
                workshop.draft().exists(config)
                        && workshop.draft().file(config).text().contains("@TestConfiguration");
        if (isConfined) {
            code.annotations.add("@Import(MovableClockConfig.class)");
            code.imports.add("org.springframework.context.annotation.Import");
            code.imports.add(root.packageName() + ".MovableClockConfig");
        }
        code.bean("clock", "MovableClock", root.packageName() + ".MovableClock");
        code.imports.add("java.time.Duration");
        code.constants.putIfAbsent("WINDOW", duration(window));
        if (!code.before.contains("clock.advance(WINDOW);")) {
            code.before.addFirst("clock.advance(WINDOW);");
        }
        if (isRunning && !code.after.contains("clock.restart();")) {
            code.after.add("clock.restart();");
        }
    }

    private void create(String folder, String name, String template, ProjectType root) {
        workshop.draft()
                .create(
                        folder + name + ".java",
                        Part.TESTS,
                        Template.fill(
                                template,
                                Map.of(
                                        "package",
                                        root.packageName(),
                                        "clock",
                                        systemClock(),
                                        "imports",
                                        "")));
    }

    /// Whether tests of the project compare what its clock says with the time that it really is.
    private boolean isRunning(String path) {
        if (workshop.draft().exists(path)) {
            return workshop.draft().file(path).text().contains("void restart()");
        }
        return project.clockIsBean()
                && project.sources().tests().stream()
                        .anyMatch(file -> REAL.matcher(file.text()).find());
    }

    private String systemClock() {
        for (JavaFile file : project.sources().main()) {
            Matcher found = SYSTEM.matcher(file.text());
            if (found.find()) {
                return found.group();
            }
        }
        return "Clock.systemUTC()";
    }

    private static String duration(Duration window) {
        long seconds = window.toSeconds();
        return seconds % 86_400 == 0
                ? "Duration.ofDays(" + seconds / 86_400 + ")"
                : seconds % 3_600 == 0
                        ? "Duration.ofHours(" + seconds / 3_600 + ")"
                        : seconds % 60 == 0
                                ? "Duration.ofMinutes(" + seconds / 60 + ")"
                                : "Duration.ofSeconds(" + seconds + ")";
    }
}
