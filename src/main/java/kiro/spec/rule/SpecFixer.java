package kiro.spec.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.Spec;
import kiro.spec.SpecIds;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.spec.SpecRules;
import kiro.text.SourceSpan;
import kiro.text.TextDocument;

/// Repairs what has one answer only: checkboxes, ids that are counted and not written, headings, doubled spaces. Every
/// other byte stays, and so do the criteria: a change that would alter one is not made.
public final class SpecFixer {
    private static final String BOX = "spec/odd-checkbox";
    private static final String NO_BOX = "spec/no-checkbox";

    private final Spec spec;
    private final Map<Integer, String> lines = new TreeMap<>();
    private final Map<String, Integer> done = new LinkedHashMap<>();

    private SpecFixer(Spec spec) {
        this.spec = spec;
    }

    /// Repairs a spec that can be read. Of a folder, the document with the criteria is repaired; its criteria are
    /// counted by their places and keep no ids or boxes.
    public static Fixed fix(Spec spec) {
        var fixer = new SpecFixer(spec);
        if (!spec.isFolder()) {
            fixer.boxes();
        }
        spec.criteria().forEach(fixer::spaces);
        fixer.headings();
        TextDocument fixed = with(spec.document(), fixer.lines);
        if (spec.isFolder()) {
            return new Fixed(fixed, fixer.lines.size(), fixer.summary());
        }
        return fixer.reread(fixed)
                .map(changed -> fixer.withIds(spec, changed))
                .orElseGet(() -> new Fixed(spec.document(), 0, List.of()));
    }

    /// The spec of a changed document; empty where its criteria are no longer the same by id, words and tick.
    private Optional<Spec> reread(TextDocument fixed) {
        return SpecReader.read(spec.name(), spec.path(), fixed.bytes())
                                instanceof SpecReading.Whole whole
                        && said(whole.spec()).equals(said(spec))
                ? Optional.of(whole.spec())
                : Optional.empty();
    }

    private Fixed withIds(Spec before, Spec changed) {
        int unwritten = SpecIds.unwritten(changed).size();
        TextDocument settled = SpecIds.settled(changed, List.of());
        if (unwritten > 0) {
            done.put("id", unwritten);
        }
        return new Fixed(settled, changedLines(before.document(), settled), summary());
    }

    /// Those that are new among the lines, in a document to which lines were only added.
    private static int changedLines(TextDocument before, TextDocument after) {
        int added = after.lines().size() - before.lines().size();
        int changed = added;
        for (int i = 0; i < before.lines().size(); i++) {
            changed += before.lines().get(i).text().equals(after.lines().get(i).text()) ? 0 : 1;
        }
        return changed;
    }

    /// Repairs the headings of a document that may not be a spec as it stands.
    public static Fixed headings(TextDocument document) {
        Map<Integer, String> changed = Headings.fixed(document);
        return new Fixed(
                with(document, changed),
                changed.size(),
                changed.isEmpty() ? List.of() : List.of(counted(changed.size(), "heading")));
    }

    /// Such a box was not read as ticked, and only evidence ticks one.
    private void boxes() {
        List<Finding> findings = SpecRules.check(spec);
        for (Finding finding : findings) {
            if (finding.rule().value().equals(BOX)) {
                SourceSpan at = finding.span();
                String line = line(at.line());
                set(
                        at.line(),
                        line.substring(0, at.column() - 1)
                                + "[ ]"
                                + line.substring(at.endColumn() - 1),
                        "checkbox");
            }
        }
        for (Finding finding : findings) {
            int number = finding.span().line();
            if (finding.rule().value().equals(NO_BOX) && !lines.containsKey(number)) {
                boxed(number, finding.span().column() - 1);
            }
        }
    }

    /// Puts a box behind the mark of the list.
    private void boxed(int number, int start) {
        String line = line(number);
        int at = start;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        at++;
        int words = at;
        while (words < line.length() && line.charAt(words) == ' ') {
            words++;
        }
        if (words > at && words < line.length()) {
            set(number, line.substring(0, words) + "[ ] " + line.substring(words), "checkbox");
        }
    }

    private void headings() {
        Headings.fixed(spec.document()).forEach((number, line) -> set(number, line, "heading"));
    }

    private void spaces(AcceptanceCriterion criterion) {
        int first = criterion.span().line();
        for (int number = first; number <= criterion.span().endLine(); number++) {
            String line = line(number);
            String single = Spacing.single(line);
            if (!single.equals(line)) {
                set(number, single, "doubled space");
            }
        }
    }

    private String line(int number) {
        String changed = lines.get(number);
        return changed == null ? spec.document().line(number) : changed;
    }

    private void set(int number, String line, String what) {
        lines.put(number, line);
        done.merge(what, 1, Integer::sum);
    }

    private List<String> summary() {
        return done.entrySet().stream()
                .map(entry -> counted(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static String counted(int count, String what) {
        String plural = what.equals("checkbox") ? "checkboxes" : what + "s";
        return count + " " + (count == 1 ? what : plural);
    }

    private static List<String> said(Spec spec) {
        return spec.criteria().stream()
                .map(each ->
                        each.id()
                                + " "
                                + each.isTicked()
                                + " "
                                + each.text().replaceAll(" {2,}", " "))
                .toList();
    }

    private static TextDocument with(TextDocument document, Map<Integer, String> changed) {
        if (changed.isEmpty()) {
            return document;
        }
        var all = new ArrayList<TextDocument.Line>(document.lines().size());
        for (int i = 0; i < document.lines().size(); i++) {
            TextDocument.Line line = document.lines().get(i);
            String text = changed.get(i + 1);
            all.add(
                    new TextDocument.Line(
                            Objects.requireNonNullElse(text, line.text()), line.end()));
        }
        return new TextDocument(document.hasByteOrderMark(), all);
    }
}
