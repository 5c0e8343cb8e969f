package kiro.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A spec to be filled in.
///
/// @param head what it says about itself
/// @param origin where it comes from, for people: `built in`, or its file
/// @param text of the form of one file; empty where it has none
/// @param files of the form of a folder, by their names; empty where it has none
public record SpecTemplate(
        String name,
        TemplateHead head,
        String origin,
        Optional<String> text,
        SequencedMap<String, String> files) {
    public SpecTemplate {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    public String description() {
        return head.description();
    }

    public List<TemplateParameter> parameters() {
        return head.parameters();
    }

    /// Whether specs of this form can be made from it.
    public boolean has(SpecForm form) {
        return switch (form) {
            case FILE -> text.isPresent();
            case FOLDER -> !files.isEmpty();
        };
    }

    /// The text of a new spec of one file, which says in its front matter what it was made from. What else stands
    /// between double braces is for a person to fill in.
    ///
    /// @param values of parameters, by their names; those that are left out have their standard, if any
    public String filled(SpecName spec, String title, Map<String, String> values) {
        String body =
                new TemplateText(all(spec, title, values), head.parameters())
                        .fill(text.orElseThrow());
        return recorded() + body;
    }

    /// The files of a new spec in a folder, by their names, without what is not part of any of them.
    ///
    /// @param values as for the form of one file
    public SequencedMap<String, String> filledFiles(
            SpecName spec, String title, Map<String, String> values) {
        var filled = new LinkedHashMap<String, String>();
        files.forEach((name, body) ->
                filled.put(
                        name,
                        new TemplateText(all(spec, title, values), head.parameters()).fill(body)));
        return filled;
    }

    /// A title made of a spec's name: `user-profile` is `User profile`.
    public static String titleOf(SpecName spec) {
        List<String> words = List.of(spec.value().replaceAll("[._-]+", " ").strip().split(" "));
        String title = String.join(" ", words);
        return title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
    }

    private String recorded() {
        String end = text.orElseThrow().contains("\r\n") ? "\r\n" : "\n";
        String kind = head.kind().map(of -> "kind: " + of + end).orElse("");
        return "---" + end + "template: " + name + end + kind + "---" + end;
    }

    private Map<String, String> all(SpecName spec, String title, Map<String, String> values) {
        var all = new TreeMap<String, String>();
        for (TemplateParameter parameter : head.parameters()) {
            parameter.standard().ifPresent(value -> all.put(parameter.name(), value));
        }
        all.putAll(values);
        all.put("name", spec.value());
        all.put("title", title);
        return all;
    }
}
