package kiro.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the dependencies of which a build file names another version.
final class VersionSteps {
    private static final Pattern VERSION =
            Pattern.compile("[~^]?v?\\d+(?:\\.[\\w*-]+)+(?:[-+][\\w.]+)?");
    private static final Pattern NAME = Pattern.compile("[@A-Za-z][\\w./@:-]*[A-Za-z0-9]");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([^<\\s]+)");
    private static final int NEAR = 400;

    private VersionSteps() {}

    record Step(String name, String before, String after) {}

    static List<Step> of(List<ChangedFile> files) {
        var steps = new ArrayList<Step>();
        for (ChangedFile file : files) {
            boolean isLock = file.name().contains("lock") || file.name().equals("go.sum");
            if (file.role() == FileRole.BUILD
                    && file.kind() == ChangedFile.Kind.CHANGED
                    && !isLock) {
                steps.addAll(of(file));
            }
        }
        return steps.stream().distinct().toList();
    }

    private static List<Step> of(ChangedFile file) {
        var steps = new ArrayList<Step>();
        var left = new ArrayList<>(file.removed());
        for (String line : file.added()) {
            Optional<String> after = version(line);
            Optional<String> was =
                    left.stream().filter(each -> bare(each).equals(bare(line))).findFirst();
            if (after.isPresent() && was.flatMap(VersionSteps::version).isPresent()) {
                left.remove(was.get());
                String before = version(was.get()).orElseThrow();
                name(file, line)
                        .filter(_ -> !before.equals(after.get()))
                        .ifPresent(name -> steps.add(new Step(name, before, after.get())));
            }
        }
        return steps;
    }

    private static Optional<String> version(String line) {
        Matcher version = VERSION.matcher(line);
        return version.find() ? Optional.of(version.group()) : Optional.empty();
    }

    private static String bare(String line) {
        return VERSION.matcher(line).replaceFirst("").strip();
    }

    private static Optional<String> name(ChangedFile file, String line) {
        String bare = bare(line);
        if (bare.startsWith("<version>")) {
            int at = file.now().indexOf(line);
            String before = file.now().substring(Math.max(0, at - NEAR), Math.max(0, at));
            return ARTIFACT.matcher(before)
                    .results()
                    .reduce((_, later) -> later)
                    .map(each -> each.group(1));
        }
        Matcher name =
                NAME.matcher(
                        bare.replaceFirst(
                                "^(?:implementation|api|testImplementation|require)\\b", ""));
        return name.find()
                ? Optional.of(name.group().replaceFirst("[.-]version$", ""))
                : Optional.empty();
    }
}
