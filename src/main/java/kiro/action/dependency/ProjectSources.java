package kiro.action.dependency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.Grammar;
import kiro.code.SourceFile;
import kiro.code.SyntaxReading;
import kiro.code.SyntaxTree;
import kiro.code.TreeSitter;

/// The sources of a project, of which those alone are read as trees that name a library at all.
final class ProjectSources {
    private static final Pattern JVM = Pattern.compile(".*\\.(?:kt|kts|scala|groovy|gradle)");
    private static final Pattern JVM_IMPORT =
            Pattern.compile("(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+)");

    private final ProjectTexts project;
    private final TreeSitter parser;
    private final Map<String, String> texts = new HashMap<>();

    ProjectSources(ProjectTexts project, TreeSitter parser) {
        this.project = project;
        this.parser = parser;
    }

    /// @param imports the places that import the library
    record Uses(List<String> imports, List<Use> uses) {}

    List<String> imports(String ecosystem, PublicApi api, Set<String> places)
            throws InterruptedException {
        return uses(ecosystem, api, places, List.of()).imports();
    }

    /// @param places the packages, modules or crates of the library; of those that are guessed, what begins with them
    Uses uses(String ecosystem, PublicApi api, Set<String> places, List<ApiChange> changes)
            throws InterruptedException {
        var finder = new UseFinder(api, places, changes);
        var imports = new ArrayList<String>();
        var uses = new ArrayList<Use>();
        for (String path : project.files()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Optional<Grammar> grammar = Grammar.of(path).filter(each -> isOf(each, ecosystem));
            boolean isOther = ecosystem.equals("maven") && JVM.matcher(path).matches();
            if (grammar.isEmpty() && !isOther) {
                continue;
            }
            String text = text(path);
            if (places.stream().noneMatch(place -> !place.isEmpty() && text.contains(place))) {
                continue;
            }
            if (isOther) {
                byLines(path, text, places, changes, imports, uses);
                continue;
            }
            if (parser.read(grammar.orElseThrow(), text.getBytes(StandardCharsets.UTF_8))
                    instanceof SyntaxReading.Whole(SyntaxTree tree)) {
                UseFinder.Found found = finder.in(new SourceFile(path, tree));
                found.imports().forEach(line -> imports.add(path + ":" + line));
                uses.addAll(found.uses());
            }
        }
        return new Uses(imports, uses);
    }

    private static boolean isOf(Grammar grammar, String ecosystem) {
        return switch (grammar) {
            case JAVA -> ecosystem.equals("maven");
            case JAVASCRIPT, TYPESCRIPT, TSX -> ecosystem.equals("npm");
            case PYTHON -> ecosystem.equals("pypi");
            case GO -> ecosystem.equals("go");
            case RUST -> ecosystem.equals("cargo");
        };
    }

    /// In languages that are not read as trees the imports tell what is gone.
    private static void byLines(
            String path,
            String text,
            Set<String> places,
            List<ApiChange> changes,
            List<String> imports,
            List<Use> uses) {
        Matcher each = JVM_IMPORT.matcher(text);
        while (each.find()) {
            String full = each.group(1);
            boolean isOfIt = places.stream().anyMatch(place -> full.startsWith(place + "."));
            if (isOfIt) {
                int line = (int) text.substring(0, each.start(1)).lines().count();
                imports.add(path + ":" + line);
                changes.stream()
                        .filter(change -> change.declaration().kind() == Declaration.Kind.TYPE)
                        .filter(change -> change.whom() == ApiChange.Whom.USERS)
                        .filter(change ->
                                full.equals(
                                        change.declaration().place()
                                                + "."
                                                + change.declaration().path()))
                        .forEach(change -> uses.add(new Use(path, line, change, true)));
            }
        }
    }

    private String text(String path) throws InterruptedException {
        String known = texts.get(path);
        if (known != null) {
            return known;
        }
        String text = project.text(path, TreeSitter.MOST_BYTES).orElse("");
        texts.put(path, text);
        return text;
    }
}
