package kiro.steering.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Examples;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Origin;
import kiro.steering.rule.Part;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.steering.rule.SyntaxForm;
import kiro.steering.rule.TextPattern;
import kiro.steering.rule.Violation;
import kiro.steering.source.ProjectFiles;
import kiro.testing.Trees;
import kiro.text.SourceSpan;

/// Code that is as a rule asks and code that is not, from files of this form:
///
/// ```
/// rule: forbid name console.log
/// file: src/a.ts
///
/// bad: a plain call
///     console.log(1);
///
/// good: in a comment
///     // console.log(1)
///   src/other.ts
///     export const a = 1;
/// ```
///
/// Lines behind a path, which is indented by two, are another file of the project; a rule or a file stands until the next.
final class Snippets {
    /// @param files the first is the one that is checked
    record Snippet(
            String source, String title, boolean isBad, Demand demand, Map<String, String> files) {
        List<Violation> violations() {
            var bytes = new LinkedHashMap<String, byte[]>();
            files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
            var check =
                    new SteeringCheck(
                            List.of(rule(demand)), ProjectFiles.of(bytes), Trees.parser());
            return check.check(files.keySet().iterator().next()).violations();
        }

        @Override
        public String toString() {
            return source + ": " + title;
        }
    }

    private Snippets() {}

    static SteeringRule rule(Demand demand) {
        return new SteeringRule(
                new RuleId("code-style/a-rule"),
                new Origin("code-style.md", SourceSpan.start(), "a sentence"),
                demand,
                FileScope.ALL,
                Optional.empty(),
                Severity.ERROR,
                Examples.NONE);
    }

    static List<Snippet> in(String folder) throws IOException {
        var snippets = new ArrayList<Snippet>();
        try (Stream<Path> files =
                Files.list(Path.of("src/test/resources/kiro/steering/check", folder))) {
            for (Path file : files.sorted().toList()) {
                snippets.addAll(read(file));
            }
        }
        return snippets;
    }

    private static List<Snippet> read(Path file) throws IOException {
        var snippets = new ArrayList<Snippet>();
        String name = file.getFileName().toString();
        Demand demand = null;
        String path = "";
        String title = "";
        boolean isBad = false;
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        String at = "";
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("end:");
        for (String line : lines) {
            if (line.startsWith("    ") || (line.isBlank() && !texts.isEmpty())) {
                texts.get(at).append(line.isBlank() ? "" : line.substring(4)).append('\n');
                continue;
            }
            if (line.startsWith("  ")) {
                at = line.strip();
                texts.put(at, new StringBuilder());
                continue;
            }
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!texts.isEmpty()) {
                var own = new LinkedHashMap<String, String>();
                texts.forEach((key, text) -> own.put(key, text.toString()));
                if (demand == null) {
                    throw new IllegalStateException(name + ": no rule");
                }
                snippets.add(new Snippet(name, title, isBad, demand, own));
                texts.clear();
            }
            String value = line.substring(line.indexOf(':') + 1).strip();
            switch (line.substring(0, line.indexOf(':'))) {
                case "rule" -> demand = demand(value);
                case "file" -> path = value;
                case "bad", "good" -> {
                    title = value;
                    isBad = line.startsWith("bad");
                    at = path;
                    texts.put(at, new StringBuilder());
                }
                case "end" -> {}
                default -> throw new IllegalStateException(name + ": " + line);
            }
        }
        return snippets;
    }

    private static Demand demand(String text) {
        String[] words = text.split(" ", 3);
        return switch (words[0]) {
            case "forbid" -> new Demand.Forbid(subject(words[1], words[2]));
            case "only-in" -> {
                String[] parts = words[2].split(" only in ");
                yield new Demand.OnlyIn(subject(words[1], parts[0]), Part.ofPath(parts[1]));
            }
            default -> throw new IllegalStateException(text);
        };
    }

    private static Subject subject(String kind, String text) {
        return switch (kind) {
            case "name" -> Subject.Name.of(text);
            case "annotation" -> new Subject.Annotation(text);
            case "form" -> new Subject.Form(SyntaxForm.valueOf(text));
            case "literal" -> new Subject.Literal(TextPattern.exact(text));
            case "literal-regex" -> new Subject.Literal(TextPattern.regex(text));
            case "comment" -> new Subject.Comment(TextPattern.words(text));
            case "shape" -> new Subject.Shape(text, List.of());
            default -> throw new IllegalStateException(kind);
        };
    }
}
