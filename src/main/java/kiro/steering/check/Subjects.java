package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kiro.code.SyntaxNode;
import kiro.steering.rule.Subject;
import kiro.steering.rule.TextPattern;
import kiro.steering.source.NameUse;

/// Finds the places of a file that a rule's subject is at.
final class Subjects {
    private static final Set<String> ANNOTATIONS =
            Set.of(
                    "annotation",
                    "marker_annotation",
                    "decorator",
                    "attribute_item",
                    "inner_attribute_item");

    private Subjects() {}

    static List<Found> in(FileWork work, Subject subject) {
        return switch (subject) {
            case Subject.Name name -> names(work, name);
            case Subject.Annotation annotation -> annotations(work, annotation.name());
            case Subject.Form form -> Forms.in(work.file(), form.form());
            case Subject.Literal literal -> literals(work, literal.pattern());
            case Subject.Comment comment -> comments(work, comment.pattern());
            case Subject.Shape shape -> work.shapes().in(work.file(), shape);
        };
    }

    private static List<Found> names(FileWork work, Subject.Name name) {
        return found(name, work.uses(name));
    }

    private static List<Found> found(Subject.Name name, List<NameUse> uses) {
        var found = new ArrayList<Found>();
        for (NameUse use : uses) {
            String written = use.node().flatText();
            String what =
                    "%s is %s%s"
                            .formatted(
                                    name.text(),
                                    SoughtName.verb(use.how()),
                                    written.contains(last(name.text()))
                                            ? ""
                                            : ", as " + shortened(written));
            found.add(new Found(use.node(), what, "do without it"));
        }
        return found;
    }

    /// Who imports what only others may import has broken the rule there; what is done with it is no more news.
    static List<Found> imported(FileWork work, Subject.Name name) {
        boolean isImported =
                work.uses(name).stream().anyMatch(use -> use.how() == Subject.Use.IMPORT);
        return isImported
                ? found(
                        name,
                        work.uses(name).stream()
                                .filter(use -> use.how() == Subject.Use.IMPORT)
                                .toList())
                : names(work, name);
    }

    private static String last(String name) {
        String plain = name.replaceAll("\\(.*|[!*]$|\\.\\*$", "");
        return plain.substring(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(':')) + 1);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static List<Found> annotations(FileWork work, String name) {
        if (work.file().source().isEmpty()) {
            return List.of();
        }
        String sought = name.startsWith("@") ? name.substring(1) : name;
        var found = new ArrayList<Found>();
        for (SyntaxNode each : work.file().source().get().root().below(ANNOTATIONS)) {
            String whole = Annotations.wholeName(each);
            if (whole.equals(sought)
                    || Annotations.name(each).equals(sought)
                    || whole.endsWith("." + sought)) {
                found.add(new Found(each, each.flatText() + " is used", "do without it"));
            }
        }
        return found;
    }

    private static List<Found> literals(FileWork work, TextPattern pattern) {
        if (work.file().source().isEmpty()) {
            return List.of();
        }
        SoughtText sought = SoughtText.of(pattern);
        var found = new ArrayList<Found>();
        for (SyntaxNode each : work.file().source().get().strings()) {
            if (sought.isIn(each.text())) {
                found.add(
                        new Found(
                                each,
                                "%s is in a text".formatted(pattern.text()),
                                "write it without"));
            }
        }
        return found;
    }

    private static List<Found> comments(FileWork work, TextPattern pattern) {
        if (work.file().source().isEmpty()) {
            return List.of();
        }
        SoughtText sought = SoughtText.of(pattern);
        var found = new ArrayList<Found>();
        for (SyntaxNode each : work.file().source().get().comments()) {
            boolean isWord =
                    pattern.isRegex()
                            ? sought.isIn(each.text())
                            : TextWords.has(each.text(), pattern);
            if (isWord) {
                found.add(
                        new Found(
                                each,
                                "a comment has %s".formatted(pattern.text()),
                                "do it, or file it"));
            }
        }
        return found;
    }
}
