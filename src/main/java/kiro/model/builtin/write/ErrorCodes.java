package kiro.model.builtin.write;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaFile;
import kiro.code.JavaReader;
import kiro.model.builtin.project.Failures;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Route;

/// Gives a project the error codes that a spec names and that it lacks, each beside a constant of the same status.
final class ErrorCodes {
    private final JavaReader reader;
    private final Map<Route, Groundwork.Laid> laid;
    private final Set<String> paths = new HashSet<>();
    private SpringProject project;

    /// @param laid what is made for each endpoint already
    ErrorCodes(
            JavaReader reader,
            SpringProject project,
            EndpointReading reading,
            Map<Route, Groundwork.Laid> laid) {
        this.reader = reader;
        this.project = project;
        this.laid = new LinkedHashMap<>(laid);
        reading.outcomes().forEach(this::add);
    }

    SpringProject project() {
        return project;
    }

    Map<Route, Groundwork.Laid> laid() {
        return laid;
    }

    /// The files that have more codes.
    Set<String> paths() {
        return paths;
    }

    private void add(CriterionOutcome outcome) {
        for (Expectation expectation : outcome.expectations()) {
            if (expectation instanceof Expectation.HasErrorCode(String code)
                    && outcome.status().isPresent()
                    && laid.containsKey(outcome.route())) {
                add(code, outcome.status().getAsInt(), outcome.route());
            }
        }
    }

    private void add(String code, int status, Route route) {
        List<Failures.Coded> coded = project.failures().coded();
        boolean isThere = coded.stream().anyMatch(one -> Wants.isCode(one.code(), code));
        Optional<JavaFile> widened =
                isThere
                        ? coded.stream()
                                .filter(one -> Wants.isCode(one.code(), code))
                                .flatMap(one -> declaring(one).stream())
                                .filter(file -> paths.contains(file.path()))
                                .findFirst()
                        : Optional.empty();
        if (widened.isPresent()) {
            lay(route, widened.get().path(), widened.get().text());
            return;
        }
        coded.stream()
                .filter(one -> !isThere && one.status() == status)
                .findFirst()
                .ifPresent(like -> widen(like, code, route));
    }

    private void widen(Failures.Coded like, String code, Route route) {
        String constant = constant(like);
        boolean isListed =
                project.sources().main().stream()
                        .anyMatch(file ->
                                file.text()
                                        .matches("(?s).*\\bcase\\s[^>;]*\\b" + constant + "\\b.*"));
        Optional<JavaFile> file = isListed ? Optional.empty() : declaring(like);
        if (file.isEmpty()) {
            return;
        }
        Matcher declared = declared(constant).matcher(file.get().text());
        if (declared.find()) {
            String added =
                    code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_")
                            + declared.group("status");
            String between =
                    declared.group("before").contains("\n") ? declared.group("before") : " ";
            String text =
                    file.get().text().substring(0, declared.end("status"))
                            + ","
                            + between
                            + added
                            + file.get().text().substring(declared.end("status"));
            lay(route, file.get().path(), text);
        }
    }

    private void lay(Route route, String path, String text) {
        Map<String, String> files = Map.of(path, text);
        laid.replaceAll((at, own) ->
                at.equals(route) || own.stored().containsKey(path)
                        ? own.with(files, List.of(), List.of())
                        : own);
        paths.add(path);
        project = project.with(reader, files);
    }

    private static String constant(Failures.Coded coded) {
        return coded.code().replaceFirst(".*\\.", "");
    }

    /// A constant with nothing but its status.
    private static Pattern declared(String constant) {
        return Pattern.compile(
                "(?<before>\\s*)\\b"
                        + constant
                        + "(?<status>\\s*\\(\\s*(?:HttpStatus\\.)?\\w+\\s*\\))(?=\\s*[,;}])");
    }

    /// The file in which the constant is declared with nothing but its status.
    private Optional<JavaFile> declaring(Failures.Coded coded) {
        return project.sources().main().stream()
                .filter(file -> file.text().contains("enum "))
                .filter(file -> declared(constant(coded)).matcher(file.text()).find())
                .findFirst();
    }
}
