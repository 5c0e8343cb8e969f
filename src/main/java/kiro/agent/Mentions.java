package kiro.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.agent.ContextSources.Found;
import kiro.model.TaggedText;
import kiro.spec.Spec;
import kiro.spec.SpecDocument;

/// Finds what texts point to: `@file` and `#spec` in the words of a task, `#[[file:path]]` in them and in steering files and
/// specs. What a mentioned file points to itself is not followed.
final class Mentions {
    /// The most characters of all that is mentioned.
    private static final int MOST = 240_000;

    private static final Pattern INCLUDED = Pattern.compile("#\\[\\[file:([^\\]\\n]{1,400})\\]\\]");
    private static final Pattern FILE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_@/.])@(?:\"([^\"\\n]{1,400})\"|([\\p{L}\\p{N}_./~-]{1,400}))");
    private static final Pattern SPEC =
            Pattern.compile("(?<![\\p{L}\\p{N}_#&/])#([a-z0-9][a-z0-9-]{0,100})\\b");

    private final ContextSources sources;
    private final SequencedSet<String> told = new LinkedHashSet<>();
    private final List<TaggedText> parts = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private int length;

    Mentions(ContextSources sources) {
        this.sources = sources;
    }

    /// What was mentioned so far, each once.
    List<TaggedText> parts() {
        return List.copyOf(parts);
    }

    /// What was mentioned and cannot be told, one line each.
    List<String> missing() {
        return List.copyOf(missing);
    }

    /// Takes in the words of a task.
    void inTask(String words) {
        inDocument(words, "the task");
        Matcher file = FILE.matcher(words);
        while (file.find()) {
            Optional<String> quoted = Optional.ofNullable(file.group(1));
            mentioned(quoted.orElseGet(() -> file.group(2)), quoted.isPresent());
        }
        Matcher spec = SPEC.matcher(words);
        while (spec.find()) {
            String name = spec.group(1);
            sources.spec(name).ifPresentOrElse(this::spec, () -> unknown(name));
        }
    }

    /// Takes in a text in which only what is clearly meant counts.
    ///
    /// @param where for people
    void inDocument(String text, String where) {
        Matcher included = INCLUDED.matcher(text);
        while (included.find()) {
            add(included.group(1).strip(), where);
        }
    }

    /// What cannot be a path is an address or an annotation, and no mention.
    private void mentioned(String written, boolean isQuoted) {
        String path = isQuoted ? written : written.replaceFirst("[.,;:!?~-]+$", "");
        boolean isPath =
                isQuoted || path.contains("/") || path.matches(".+\\.[\\p{L}\\p{N}]{1,10}");
        if (isPath || sources.has(path)) {
            add(path, "the task");
        }
    }

    /// A mark of another kind, such as the number of a ticket, is like no spec.
    private void unknown(String name) {
        sources.specsLike(name).stream()
                .findFirst()
                .ifPresent(near ->
                        missing.add(
                                "the task mentions #%s, which is no spec: did you mean #%s?"
                                        .formatted(name, near)));
    }

    private void spec(Spec spec) {
        add(spec.path().value(), "the task");
        for (SpecDocument document : spec.documents()) {
            add(document.path().value(), "the task");
        }
    }

    private void add(String path, String where) {
        if (!told.add(path)) {
            return;
        }
        switch (sources.find(path)) {
            case Found.Nothing(String name, String reason) -> {
                missing.add("%s mentions %s, which %s".formatted(where, name, reason));
                parts.add(part(name, Map.of("missing", reason), ""));
            }
            case Found.Content(String name, String text) -> {
                if (!name.equals(path) && !told.add(name)) {
                    return;
                }
                length += text.length();
                if (length > MOST) {
                    missing.add(
                            "%s mentions %s, which is left out: all that is mentioned is too long"
                                    .formatted(where, name));
                    parts.add(part(name, Map.of("missing", "too long: read it"), ""));
                } else {
                    parts.add(part(name, Map.of(), text));
                }
            }
        }
    }

    private static TaggedText part(String path, Map<String, String> more, String body) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("path", path);
        attributes.putAll(more);
        return new TaggedText("mentioned", attributes, body);
    }
}
