package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.finding.Severity;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Examples.Example;
import kiro.steering.rule.Instead;
import kiro.steering.rule.Part;
import kiro.steering.rule.SteeringRule;
import kiro.text.PathGlob;

/// Writes a rule as a block for a steering file, so that reading it gives the same rule.
public final class RuleWriter {
    private final StringBuilder yaml = new StringBuilder();

    private RuleWriter() {}

    /// @return the YAML, without the fence
    public static String write(SteeringRule rule) {
        var writer = new RuleWriter();
        String id = rule.id().value();
        writer.line("id", id.substring(id.lastIndexOf('/') + 1));
        new DemandWriter(writer).write(rule.demand());
        writer.list("files", globs(rule.scope().within()));
        writer.list("ignores", globs(rule.scope().except()));
        writer.line("message", rule.origin().sentence());
        rule.instead().ifPresent(writer::instead);
        if (rule.severity() != Severity.ERROR) {
            writer.line("severity", small(rule.severity().name()));
        }
        writer.examples("bad", rule.examples().bad());
        writer.examples("good", rule.examples().good());
        return writer.yaml.toString();
    }

    void line(String key, String value) {
        yaml.append(key).append(": ").append(quoted(value)).append('\n');
    }

    /// A value that is YAML already.
    void raw(String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    void list(String key, List<String> values) {
        if (!values.isEmpty()) {
            raw(key, flow(values));
        }
    }

    static String flow(List<String> values) {
        return values.stream().map(RuleWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    void part(String key, Part part) {
        raw(key, part(part));
    }

    void parts(String key, List<Part> parts) {
        raw(key, parts.stream().map(RuleWriter::part).collect(Collectors.joining(", ", "[", "]")));
    }

    private static String part(Part part) {
        if (PartReader.said(part.name()).equals(Optional.of(part))) {
            return quoted(part.name());
        }
        var entries = new ArrayList<String>();
        entries.add("name: " + quoted(part.name()));
        add(entries, "paths", globs(part.paths()));
        add(entries, "packages", part.packages());
        add(entries, "words", part.words());
        add(entries, "annotations", part.annotations());
        return "{" + String.join(", ", entries) + "}";
    }

    void declared(Declared every) {
        if (DemandReader.said(every.name()).equals(Optional.of(every))) {
            line("every", every.name());
            return;
        }
        var entries = new ArrayList<String>();
        entries.add("name: " + quoted(every.name()));
        add(entries, "kinds", names(every.kinds()));
        entries.add("reach: " + small(every.reach().name()));
        every.within().ifPresent(part -> entries.add("in: " + part(part)));
        add(entries, "annotations", every.annotations());
        raw("every", "{" + String.join(", ", entries) + "}");
    }

    private static void add(List<String> entries, String key, List<String> values) {
        if (!values.isEmpty()) {
            entries.add(key + ": " + flow(values));
        }
    }

    static <E extends Enum<E>> List<String> names(Set<E> values) {
        return values.stream().sorted().map(value -> small(value.name())).toList();
    }

    private void instead(Instead instead) {
        if (instead.name().isEmpty() && instead.file().isEmpty()) {
            line("instead", instead.text());
            return;
        }
        var entries = new ArrayList<String>();
        entries.add("text: " + quoted(instead.text()));
        instead.name().ifPresent(name -> entries.add("name: " + quoted(name)));
        instead.file().ifPresent(file -> entries.add("file: " + quoted(file)));
        raw("instead", "{" + String.join(", ", entries) + "}");
    }

    private void examples(String key, List<Example> examples) {
        if (examples.isEmpty()) {
            return;
        }
        yaml.append(key).append(":\n");
        for (Example example : examples) {
            yaml.append("  - path: ").append(quoted(example.path())).append('\n');
            yaml.append("    code: ").append(quoted(example.code())).append('\n');
        }
    }

    private static List<String> globs(List<PathGlob> globs) {
        return globs.stream().map(PathGlob::toString).toList();
    }

    static String small(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String quoted(String text) {
        boolean isPlain =
                text.matches("[A-Za-z_$][\\w$./ -]*")
                        && !text.endsWith(" ")
                        && Arrays.asList(
                                                "true", "false", "null", "yes", "no", "on", "off",
                                                "y", "n")
                                        .indexOf(text.toLowerCase(Locale.ROOT))
                                < 0;
        if (isPlain) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default ->
                        quoted.append(c < ' ' ? "\\x%02x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
